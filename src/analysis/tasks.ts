/** What the analysis thread can be asked, by name: pure functions whose arguments and results are plain data. */
import { duplicatesAmong } from './duplicates/among.ts';
import { echoesOf } from './echoes.ts';
import { study } from './learning/study.ts';
import { opinionsAmong } from './opinions/among.ts';
import { groupProposals } from './themes.ts';

export const TASKS = {
  group: groupProposals,
  duplicates: duplicatesAmong,
  opinions: opinionsAmong,
  echoes: echoesOf,
  study,
} as const;

export type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
