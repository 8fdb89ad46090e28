/** "silence": where nobody has spoken yet, by type of actor, then by axis. */
import { mapSilence, type Silence } from '../../app/round/silence.ts';
import type { Block, Choice } from '../../chat/outbound.ts';
import { type SilentCell, silentOrganisations } from '../../core/participation/silence.ts';
import { isRefusal } from '../../core/refusal.ts';
import { formName } from '../forms/shape.ts';
import { answer, list, local, type Reply, refusal, type Talk } from '../talk.ts';
import { collegeLabel, collegeNamed, noSuchCollege } from './college.ts';

/** Kept up to date where it was shown: `silence-live.ts`. */
export const SILENCE_MAP = 'silence-map';

const MOST_NAMED = 60;

export async function onSilence(talk: Talk, asked: string | null): Promise<Reply> {
  const college = asked === null ? null : collegeNamed(talk, asked);
  if (asked !== null && college === null) return refusal(talk, noSuchCollege(talk));
  const silence = await mapSilence(talk);
  if (isRefusal(silence)) return refusal(talk, silence);
  if (college !== null) return inCollege(talk, silence, college);
  const zone = talk.actor.person.zone ?? talk.consultation.content.zone;
  const blocks = silenceBlocks({ ...talk, zone }, silence);
  const choices = silenceChoices(talk, silence);
  return { ...answer(...blocks), choices, kind: SILENCE_MAP, roundId: silence.round.id, stays: true };
}

/** What can be done about it; nothing once the round is closed. */
export function silenceChoices(
  { consultation, say }: Pick<Talk, 'consultation' | 'say'>,
  { round, cells }: Silence,
): Choice[] {
  if (round.state !== 'open') return [];
  const { remindNow, closeNow } = say.facilitation;
  const isSilent = cells.some(({ axis, silent }) => axis === null && silent > 0);
  return [
    ...(isSilent ? [{ ...remindNow(round.key), form: formName('remind', consultation, round.key) }] : []),
    { ...closeNow(round.key), form: formName('close', consultation, round.key) },
  ];
}

type Seeing = Pick<Talk, 'consultation' | 'say' | 'lang' | 'now'> & { readonly zone: string };

/** Of all types of actor; its last paragraph says when that was so. */
export function silenceBlocks(talk: Seeing, { round, cells, letters }: Silence): (string | Block)[] {
  const { facilitation: say } = talk.say;
  const at = talk.say.workshop.hour(talk.now, talk.zone);
  const wholes = cells.filter((cell) => cell.axis === null);
  const example = wholes.toSorted((a, b) => b.silent - a.silent)[0];
  return [
    say.silence(round.key),
    heardOf(talk, cells),
    ...byAxis(talk, cells),
    ...(letters.waiting + letters.failed > 0
      ? [talk.say.letters.ofRound(letters.waiting, letters.failed)]
      : []),
    ...(example && example.silent > 0 ? [say.silenceHow(collegeLabel(talk, example.college))] : []),
    round.state === 'open' ? say.silenceAt(at) : say.silenceEnded(at),
  ];
}

/** Who answered, by type of actor. */
export const heardOf = (
  talk: Pick<Talk, 'consultation' | 'say' | 'lang'>,
  cells: readonly SilentCell[],
): Block =>
  list(
    ...cells
      .filter(({ axis }) => axis === null)
      .map((cell) => [talk.say.facilitation.silentIn(collegeLabel(talk, cell.college), cell)]),
  );

/** Axes that somebody spoke of, with the type of actor that alone is missing there; the others in one line: all of it fits a phone. */
function byAxis(talk: Seeing, cells: readonly SilentCell[]): Block[] {
  const { facilitation: say } = talk.say;
  const axes = [...Map.groupBy(cells, ({ axis }) => axis)].flatMap(([axis, here]) =>
    axis === null ? [] : [{ name: axisName(talk, axis), here, ...total(here) }],
  );
  const heard = axes.filter(({ answered, passed }) => answered + passed > 0);
  const unheard = axes.filter((one) => !heard.includes(one));
  const labelOf = ({ college }: SilentCell) => collegeLabel(talk, college);
  const items = heard.map(({ name, here, ...counts }) => {
    const quiet = here.filter(({ answered }) => answered === 0);
    return say.spokenOf(name, counts, quiet.length === 1 && here.length > 1 ? labelOf(quiet[0]!) : null);
  });
  const nothing = heard.length === 0 ? say.noAxisYet : say.notSpokenOf(unheard.map(({ name }) => name));
  const all = [...items, ...(unheard.length > 0 ? [nothing] : [])];
  return all.length > 0 ? [list(...all.map((item) => [item]))] : [];
}

function inCollege(talk: Talk, { round, invited, cells }: Silence, college: string): Reply {
  const { facilitation: say } = talk.say;
  const here = cells.filter((cell) => cell.college === college);
  const whole = here.find((cell) => cell.axis === null);
  const label = collegeLabel(talk, college);
  if (!whole) return answer(say.nobodyInvited(label));
  const prompts = talk.consultation.content.rounds.find(({ key }) => key === round.key)?.prompts ?? [];
  const names = silentOrganisations(invited, prompts, college);
  const axes = here.flatMap((cell) =>
    cell.axis === null ? [] : [[say.silentAxis(axisName(talk, cell.axis), cell)]],
  );
  return answer(
    say.silentCollege(label, whole),
    ...(axes.length > 0 ? [list(...axes)] : []),
    ...(names.length === 0
      ? [say.nobodySilent]
      : [
          say.silentNames(names.length),
          list(...names.slice(0, MOST_NAMED).map(({ name, reached }) => [say.silentName(name, reached)])),
          ...(names.length > MOST_NAMED ? [talk.say.team.more(names.length - MOST_NAMED)] : []),
        ]),
  );
}

const total = (cells: readonly SilentCell[]): Pick<SilentCell, 'answered' | 'passed' | 'silent'> => ({
  answered: cells.reduce((sum, cell) => sum + cell.answered, 0),
  passed: cells.reduce((sum, cell) => sum + cell.passed, 0),
  silent: cells.reduce((sum, cell) => sum + cell.silent, 0),
});

function axisName(talk: Pick<Talk, 'consultation' | 'say' | 'lang'>, key: string): string {
  const axis = talk.consultation.content.axes.find((one) => one.key === key);
  return axis ? talk.say.axis(key, local(talk, axis.short)) : key;
}
