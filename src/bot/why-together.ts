/** "pourquoi T3", "pourquoi 1.3": what brings proposals together, word for word, and what a line of the synthesis rests on. */
import { askedAbout } from '../app/plan/asked-about.ts';
import { echoedActions, textOfAction } from '../app/plan/echoes.ts';
import { withTexts } from '../app/proposal/with-texts.ts';
import { type Explained, explainLine } from '../app/synthesis/explain-line.ts';
import { takeSnapshot } from '../app/synthesis/snapshot.ts';
import type { ShownTheme } from '../app/theme/show-themes.ts';
import type { Block, Inline } from '../chat/outbound.ts';
import { ref } from '../core/ids.ts';
import { withAsked } from '../core/plan/echo.ts';
import { current, themeOf } from '../core/proposal/model.ts';
import { isRefusal } from '../core/refusal.ts';
import { themeName } from '../core/theme/model.ts';
import { item, quotedPlaces } from './partner/describe.ts';
import { answer, list, local, type Reply, refusal, type Talk } from './talk.ts';

const SHOWN = 100;
const MOST = 12;

type Cited = Explained['cited'];

export async function whyTheme(talk: Talk, { theme, members }: ShownTheme): Promise<Reply> {
  const put = new Set(members.filter((one) => one.put).map(({ row }) => row.id));
  const cited = await withTexts(
    talk.tx,
    members.map(({ row }) => row),
  );
  return answer(
    talk.say.why.together(themeName(theme.number), cited.length),
    ...together(talk, cited, put),
    talk.say.why.themes,
  );
}

export async function whyLine(talk: Talk, id: string): Promise<Reply> {
  const found = await explainLine(talk, id);
  if (isRefusal(found)) return refusal(talk, found);
  const { why: say } = talk.say;
  return answer(...(await grounds(talk, found)), ...(found.line.words === null ? [] : [say.reworded]));
}

async function grounds(talk: Talk, found: Explained): Promise<(Block | string)[]> {
  const { why: say } = talk.say;
  const { line, theme, cited } = found;
  switch (line.kind) {
    case 'theme':
      return [
        say.together(line.id, cited.length),
        ...together(talk, cited, new Set()),
        theme?.title ? say.titledByTeam : theme?.byWords ? say.titledByWords : say.titledByContent,
      ];
    case 'single':
      return [say.alone(line.id, ref(cited[0]!.row.number))];
    case 'convergence':
      return [await behind(talk, found)];
    case 'opinion':
      return [say.opinion];
    case 'common':
      return [say.common, say.opinion];
    case 'echo':
      return [say.echo(line.id), ...(await besideActions(talk, cited))];
    case 'absent':
      return [say.absent];
    case 'disagreement':
      return [objected(talk, cited)];
    case 'introduced':
      return [say.byTeam(line.id)];
  }
}

/** Each proposal with the words that others among them hold too. */
function together({ desk, ...talk }: Talk, cited: Cited, put: ReadonlySet<string>): Block[] {
  const lang = talk.consultation.content.languages[0];
  const shared = desk.reader.shared(
    cited.map(({ text }) => text),
    lang,
  );
  const { why: say } = talk.say;
  const shown = cited
    .slice(0, MOST)
    .map(({ row }, k) => [
      ...item(talk, row, SHOWN),
      ...(put.has(row.id) ? [say.put] : by(talk, row, shared[k]!, sharesTheme(row, cited))),
    ]);
  return [list(...shown, ...(cited.length > MOST ? [[talk.say.themes.more(cited.length - MOST)]] : []))];
}

type Spans = readonly { readonly start: number; readonly end: number }[];

function by(
  { say }: Pick<Talk, 'say'>,
  row: Cited[number]['row'],
  spans: Spans,
  sameTheme = false,
): (string | Inline)[] {
  if (spans.length > 0) return [say.why.by, ...quotedPlaces(say, current(row), spans)];
  return [sameTheme ? say.why.sameTheme(ref(row.number)) : say.why.noWord];
}

/** Whether another of them has the same theme of the content. */
const sharesTheme = (row: Cited[number]['row'], cited: Cited): boolean =>
  themeOf(row) !== null &&
  cited.some((other) => other.row.id !== row.id && themeOf(other.row) === themeOf(row));

async function besideActions(talk: Talk, cited: Cited): Promise<Block[]> {
  const actions = await echoedActions(talk);
  const lang = talk.consultation.content.languages[0];
  if (actions === null) return [];
  const asked = await askedAbout(talk);
  const { reader } = talk.desk;
  const found = reader.echoes(
    cited.map(({ text }) => ({ text })),
    actions.map(textOfAction),
    lang,
  );
  return [
    list(
      ...cited.slice(0, MOST).map(({ row, text }, k) => {
        const [nearest] = withAsked(asked(row), found[k]!);
        const action = actions.find(({ key }) => key === nearest?.action);
        if (nearest?.asked && action) return [...item(talk, row, SHOWN), talk.say.why.asked(action.label)];
        if (!nearest || !action) return [...item(talk, row, SHOWN), talk.say.why.noWord];
        const { title, rest } = textOfAction(action);
        const [spans] = reader.shared([text, `${title} ${rest}`], lang);
        return [
          ...item(talk, row, SHOWN),
          talk.say.why.near(action.label, Math.round(nearest.confidence * 100)),
          ...by(talk, row, spans!),
        ];
      }),
    ),
  ];
}

/** Who stands behind it, by type of actor. */
async function behind(talk: Talk, { line, cited }: Explained): Promise<string> {
  const { proposals } = await takeSnapshot(talk.tx, talk.consultation);
  const seen = proposals.find((one) => one.ref === line.cites[0]);
  const { colleges } = talk.consultation.content;
  const labels = (seen?.colleges ?? []).flatMap((key) => {
    const college = colleges.find((one) => one.key === key);
    return college ? [local(talk, college.label)] : [];
  });
  return talk.say.why.behind(
    ref(cited[0]!.row.number),
    seen?.supporters.length ?? 0,
    talk.say.listed(labels),
  );
}

function objected({ say }: Pick<Talk, 'say'>, [objection]: Cited): string {
  const tag = objection?.row.tags.find(({ dimension, main }) => dimension === 'kind' && main);
  const name = objection ? ref(objection.row.number) : '';
  if (!tag || tag.source === 'machine')
    return say.why.readAsObjection(name, Math.round((tag?.confidence ?? 1) * 100));
  return say.why.saidObjection(name, tag.source === 'partner');
}
