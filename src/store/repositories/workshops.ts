import type { Workshops } from '../../app/ports/workshops.ts';
import type { Client } from '../insert.ts';
import { courseOf } from './workshops/course.ts';
import { dotsOf } from './workshops/dots.ts';
import { groupsOf } from './workshops/groups.ts';
import { guestsOf } from './workshops/guests.ts';
import { minutesOf } from './workshops/minutes.ts';
import { roomsOf } from './workshops/rooms.ts';

export const workshops = (tx: Client): Workshops => ({
  ...courseOf(tx),
  ...roomsOf(tx),
  ...guestsOf(tx),
  ...groupsOf(tx),
  ...dotsOf(tx),
  ...minutesOf(tx),
});
