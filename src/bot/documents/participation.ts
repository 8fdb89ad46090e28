/** The participation chart of a round as it stands, for who asks how it is going. */
import { invitedTo } from '../../app/round/silence.ts';
import type { Enclosure } from '../../chat/enclosure.ts';
import { silenceMap } from '../../core/participation/silence.ts';
import type { Round } from '../../core/round/model.ts';
import { local, type Talk } from '../talk.ts';
import { chart, panelsOf } from './chart.ts';

export async function participationOf(talk: Talk, round: Round): Promise<{ readonly encloses?: Enclosure }> {
  const { content } = talk.consultation;
  const asked = content.rounds.find(({ key }) => key === round.key);
  const colleges = content.colleges.map(({ key }) => key);
  const invited = await invitedTo(talk.tx, talk.consultation, round);
  const cells = silenceMap(invited, asked?.prompts ?? [], colleges);
  const title = asked ? local(talk, asked.title) : round.key;
  return chart(talk.say, title, panelsOf(cells, content, talk.say));
}
