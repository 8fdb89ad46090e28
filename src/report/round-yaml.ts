import { stringify } from 'yaml';
import { localDay } from '../core/consultation/local-day.ts';
import type { Consultation, LocalText, RoundContent } from '../core/consultation/model.ts';

export interface RoundFileText {
  readonly yaml: string;
  /** What the file says otherwise than the round, each a sentence a language. */
  readonly notes: readonly { readonly fr: string; readonly en: string }[];
}

/**
 * `rounds/KEY.yaml` as a consultation's folder holds it. A round written in chat may know more, or less, than such a file
 * can say: what was changed for it is in `notes`, and at the head of the file.
 */
export function roundYaml(
  round: RoundContent,
  { zone, languages, phases }: Pick<Consultation, 'zone' | 'languages' | 'phases'>,
): RoundFileText {
  const [first] = languages;
  const lacking = new Set<string>();
  const whole = (text: LocalText): LocalText => {
    const given = text[first] ?? Object.values(text)[0]!;
    return Object.fromEntries(
      languages.map((lang) => {
        if (!Object.hasOwn(text, lang)) lacking.add(lang);
        return [lang, text[lang] ?? given];
      }),
    );
  };
  const days = { from: localDay(round.opensAt, zone), to: localDay(round.closesAt, zone) };
  const phase = phases.find(({ key }) => key === round.phase);
  const within = (day: string): string => {
    if (phase === undefined) return day;
    const [earliest, latest] = [localDay(phase.startsAt, zone), localDay(phase.endsAt, zone)];
    return day < earliest ? earliest : day > latest ? latest : day;
  };
  const held = { from: within(days.from), to: within(days.to) };
  const { background, prompts, sequences = [], additionDays } = round;
  const file = {
    key: round.key,
    form: round.form,
    phase: round.phase,
    title: whole(round.title),
    ...(round.axes.length === 0 ? {} : { axes: round.axes }),
    ...(round.audience.length === 0 ? {} : { audience: round.audience }),
    ...held,
    open: whole(round.open),
    decided: whole(round.decided),
    ...(background.length === 0
      ? {}
      : {
          background: background.map(({ label, url, text }) => ({
            label: whole(label),
            ...(url === undefined ? {} : { url }),
            ...(text === undefined ? {} : { text: whole(text) }),
          })),
        }),
    minutes: round.minutes,
    ...(prompts.length === 0
      ? {}
      : {
          prompts: prompts.map(({ key, axis, action, text, hint }) => ({
            key,
            ...(axis === null ? {} : { axis }),
            ...(action === undefined ? {} : { action }),
            text: whole(text),
            ...(hint === null ? {} : { hint: whole(hint) }),
          })),
        }),
    ...(sequences.length === 0
      ? {}
      : {
          sequences: sequences.map((one) => ({ ...one, title: whole(one.title), text: whole(one.text) })),
          additionDays,
        }),
  };
  const notes = [
    ...(held.from === days.from && held.to === days.to ? [] : [movedInto(round.phase, days)]),
    ...[...lacking].map(untranslated),
    ...(round.organisations === undefined ? [] : [someOnly(round.organisations.length)]),
    ...(round.reminders === undefined ? [] : [reminded(round.reminders.afterDays)]),
  ];
  const head = [
    '# yaml-language-server: $schema=../../schemas/round.schema.json',
    ...notes.map((note) => `# ${note[first === 'en' ? 'en' : 'fr']}`),
  ];
  return {
    yaml: `${head.join('\n')}\n${stringify(file, { lineWidth: 0, aliasDuplicateObjects: false })}`,
    notes,
  };
}

const movedInto = (phase: string, { from, to }: { readonly from: string; readonly to: string }) => ({
  fr: `Ouvert du ${from} au ${to}, hors de la phase « ${phase} » : ici, les jours de la phase.`,
  en: `Open from ${from} to ${to}, outside the phase "${phase}": here, days of the phase.`,
});

const untranslated = (lang: string) => ({
  fr: `À traduire (${lang}) : une partie des textes n’a pas été écrite dans cette langue.`,
  en: `To be translated (${lang}): some texts were not written in that language.`,
});

const someOnly = (count: number) => ({
  fr: `N’était adressé qu’à ${count} structure(s) choisies : un fichier nomme des collèges.`,
  en: `Was addressed to ${count} chosen organisation(s) only: a file names colleges.`,
});

const reminded = (days: readonly number[]) => ({
  fr: `Relances après ${days.join(', ')} jour(s) : un fichier suit celles de la consultation.`,
  en: `Reminders after ${days.join(', ')} day(s): a file follows those of the consultation.`,
});
