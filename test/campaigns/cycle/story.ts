/**
 * The whole cycle by words alone, on whatever chat: what people say becomes a synthesis, the plan is adjusted by it, the
 * committee and the Council decide, everybody hears what became of theirs, and the plan is measured, reported and asked about again.
 */
import type { Newcomer } from '../../../src/app/person/enrol-people.ts';
import type { Consultation } from '../../../src/core/consultation/model.ts';
import { withTarget } from '../../../src/demo/scenes/midterm.ts';
import { askedFor, type Documents } from './documents.ts';

export interface CycleCast {
  /** One person who facilitates and is of the staff. */
  readonly team: string;
  /** Of the committee. */
  readonly members: readonly string[];
  readonly partners: readonly string[];
}

/** A chat, its people and a clock: all that the story is told through. */
export interface CycleDoors extends CycleCast {
  say(who: string, text: string): unknown;
  /** All the bot told them, oldest first. */
  told(who: string): Promise<readonly string[]> | readonly string[];
  /** Files the bot gave them, oldest first. */
  given(who: string): Promise<readonly Uint8Array[]> | readonly Uint8Array[];
  now(): number;
  /** So much time is over, and the bot looks at its calendar. */
  pass(ms: number): Promise<void>;
}

export interface Cycled {
  /** A proposal each, in the order of the partners. */
  readonly refs: readonly string[];
  /** Of the plan the Council adopted. */
  readonly version: number;
  /** Of its adoption. */
  readonly year: number;
  readonly documents: Documents;
  /** After the first partner had all they said erased. */
  readonly without: Documents;
}

/** Made up: without a target no indicator is ever late. */
export const forCycle = (content: Consultation): Consultation => withTarget(content);

/** How many partners: few in `npm test`, 150 in `npm run campaign -- --cycle`. */
export const CYCLE_PEOPLE = Number(process.env.CYCLE_PEOPLE ?? 4);

/** With what they are called on that chat. */
export function enrolled(
  { team, members, partners }: CycleCast,
  { colleges, committee }: Consultation,
  addressed: (userId: string) => Newcomer['addresses'],
): Newcomer[] {
  const somebody = (name: string, userId: string, over: Partial<Newcomer>): Newcomer => ({
    name,
    lang: 'fr',
    addresses: addressed(userId),
    roles: [],
    partner: null,
    ...over,
  });
  return [
    somebody('Denise Coulon', team, { roles: ['facilitator', 'staff'] }),
    ...members.map((userId, at) =>
      somebody(`Mona Membre ${at + 1}`, userId, {
        roles: ['committee'],
        group: committee.groups[at % committee.groups.length]!.key,
      }),
    ),
    ...partners.map((userId, at) =>
      somebody(`Ana Partenaire ${at + 1}`, userId, {
        partner: { organisation: `Structure ${at + 1}`, college: colleges[at % colleges.length]!.key },
      }),
    ),
  ];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PATIENCE = 60_000 + 2_000 * CYCLE_PEOPLE;
/** Of a whole cycle, ms. */
export const WHOLE = 3 * PATIENCE;
const IDEAS = [
  'Un poste de comptable partagé entre nos petites associations',
  'Une avance de trésorerie en attendant les subventions',
  'Des locaux moins chers pour les associations',
] as const;
/** What the first partner alone says, by which they are found again wherever they are. */
const LEAVER = { first: 'quai des Zorgs', halfway: 'place des Glibs', objects: 'cour des Schmols' } as const;
export const GONE = /Zorgs|Glibs|Schmols|Ana Partenaire 1(?!\d)/u;
const TOWNS = ['Roubaix', 'Tourcoing', 'Wattrelos', 'Lomme', 'Croix', 'Hem', 'Seclin'] as const;

const plainly = (text: string): string => text.replaceAll(/[\u00a0\u202f]/gu, ' ').replaceAll('’', "'");

/** Looks again until it is told, however much else is told meanwhile. */
export class Listener {
  readonly #doors: CycleDoors;
  /** How many messages of each person were spoken of. */
  readonly #read = new Map<string, number>();

  constructor(doors: CycleDoors) {
    this.#doors = doors;
  }

  async #heard(who: string, from: number, pattern: RegExp, why: string): Promise<RegExpExecArray> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const all = (await this.#doors.told(who)).map(plainly);
      for (const [at, text] of all.entries()) {
        const found = at < from ? null : pattern.exec(text);
        if (found === null) continue;
        this.#read.set(who, Math.max(this.#read.get(who) ?? 0, at + 1));
        return found;
      }
      if (Date.now() > until)
        throw new Error(
          `${who} waits in vain for ${pattern} ${why}; last told:\n${all.slice(-3).join('\n—\n')}`,
        );
      await new Promise((next) => setTimeout(next, 40));
    }
  }

  /** Of its own accord: the first message since the last one read that reads so. */
  reads(who: string, pattern: RegExp): Promise<RegExpExecArray> {
    return this.#heard(who, this.#read.get(who) ?? 0, pattern, '');
  }

  /** Whether each has been told something that reads so. */
  async all(whom: readonly string[], pattern: RegExp): Promise<boolean> {
    for (const who of whom)
      if (!(await this.#doors.told(who)).some((text) => pattern.test(plainly(text)))) return false;
    return true;
  }

  /** Says it; the answer is what comes after, and reads so. */
  async ask(who: string, said: string, pattern: RegExp): Promise<RegExpExecArray> {
    const from = (await this.#doors.told(who)).length;
    await this.#doors.say(who, said);
    return this.#heard(who, from, pattern, `after « ${said} »`);
  }
}

/** Each with a turn of their own, a dozen at a time. */
async function each<One>(
  people: readonly One[],
  turn: (who: One, at: number) => Promise<unknown>,
): Promise<void> {
  const waiting = [...people.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await turn(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: 12 }, lane));
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const inWords = (at: number): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(at);

/** From the invitation to a synthesis that is signed. */
export async function listened(doors: CycleDoors, people: Listener): Promise<readonly string[]> {
  const { team, partners } = doors;
  await people.ask(team, 'ouvrir plan-actions', /On envoie \?/u);
  await people.ask(team, 'oui', /invitation/u);
  const refs: string[] = [];
  await each(partners, async (who, at) => {
    await people.reads(who, /On commence \?/u);
    await people.ask(who, 'oui', /1\/6/u);
    const said = `${IDEAS[at % IDEAS.length]}, à ${TOWNS[at % TOWNS.length]}${at === 0 ? `, ${LEAVER.first}` : ''}.`;
    [refs[at]] = (await people.ask(who, said, /P-\d{4,}/u)) as unknown as [string];
  });
  await people.ask(team, 'clore plan-actions : tout le monde a répondu', /est clos/u);
  await people.ask(team, 'vérifier plan-actions', /On demande \?/u);
  await people.ask(team, 'oui', /C'est lancé/u);
  // To each at an hour of work, and within what they may be written to in a week.
  for (let times = 0; times < 40 && !(await people.all(partners, /compris/u)); times += 1)
    await doors.pass(7 * HOUR);
  await each(partners, async (who) => {
    await people.reads(who, /compris/u);
    await people.ask(who, 'oui', /./u);
  });
  await signed(doors, people);
  return refs;
}

/** A synthesis: drafted, what it asks confirmed, signed. */
async function signed({ team }: CycleDoors, people: Listener): Promise<void> {
  await people.ask(team, 'synthèse', /prépare la synthèse/u);
  const draft = await people.reads(team, /Brouillon n° \d+[\s\S]*/u);
  for (const [, axis] of draft.input.matchAll(/« ?sans désaccord (\S+?) ?»/gu))
    await people.ask(team, `sans désaccord ${axis}`, /C'est fait/u);
  const [said] = await people.ask(team, 'signer', /Synthèse n° \d+ signée|accepter titres/u);
  if (!said.includes('titres')) return;
  await people.ask(team, 'accepter titres', /./u);
  await people.ask(team, 'signer', /Synthèse n° \d+ signée/u);
}

/** The plan is adjusted by what was said, and every proposal has an answer. */
async function proposed({ team }: CycleDoors, people: Listener, refs: readonly string[]): Promise<string> {
  await people.ask(team, 'ajuster action emplois-partages', /Que devient/u);
  await people.ask(team, 'renforcer 1', /nouveau texte/u);
  const text = "Deux groupements d'employeurs au lieu d'un.\ncalendrier : 2013-2020";
  const [adjustment] = await people.ask(team, text, /A-\d+/u);
  const ofWork = refs.filter((_, at) => at % IDEAS.length === 0);
  await people.ask(team, `citer ${adjustment} : ${ofWork.slice(0, 12).join(', ')}`, /D'après/u);
  await people.ask(team, `décider ${adjustment} retenue : Plusieurs structures sont prêtes.`, /retenue/u);
  for (let from = 0; from < refs.length; from += 40)
    await people.ask(
      team,
      `décider ${refs.slice(from, from + 40).join(', ')} retenue : Le plan le prévoit dès cette année.`,
      /retenue/u,
    );
  return adjustment;
}

/** In session: an objection, another text that meets it, and the body's word. */
async function inSession(doors: CycleDoors, people: Listener, adjustment: string): Promise<void> {
  const { team, members } = doors;
  const [first, ...others] = members;
  await people.ask(team, `convoquer comite jusqu'au ${inWords(doors.now() + 20 * DAY)}`, /On envoie \?/u);
  await people.ask(team, 'oui', /convoquée/u);
  for (const who of members) await people.reads(who, /se prononce ici/u);
  await people.ask(first!, `objection ${adjustment} : Qui paie le second ?`, /objection/u);
  await people.reads(team, /Objection sur/u);
  for (const who of members) await people.ask(who, "d'accord sur tout", /C'est noté/u);
  await people.ask(
    team,
    `intégrer ${adjustment} : Un second groupement d'employeurs, payé par la métropole.`,
    /reformulé/u,
  );
  for (const who of members) await people.reads(who, /reformulé/u);
  for (const who of [first!, ...others]) await people.ask(who, `d'accord ${adjustment}`, /C'est noté/u);
  await people.ask(team, 'clore la séance', /On clôt \?/u);
  await people.ask(team, 'oui', /close/u);
  for (const who of members) await people.reads(who, /close/u);
}

/** The Council’s word makes the version, and everybody hears what became of theirs. */
async function givenBack(doors: CycleDoors, people: Listener): Promise<Pick<Cycled, 'version' | 'year'>> {
  const { team, partners } = doors;
  await doors.pass(60 * DAY);
  const day = dayOf(doors.now());
  await people.ask(team, `entériner conseil ${day}`, /enregistrée/u);
  const [, version] = await people.ask(
    team,
    `adopter le plan par conseil le ${day}`,
    /Version (\d+) du plan/u,
  );
  await people.ask(team, 'restitution', /On envoie \?/u);
  await people.ask(team, 'oui', /C'est parti/u);
  await each(partners, (who) => people.reads(who, /ce que devien[\s\S]*Le plan le prévoit dès cette année/u));
  return { version: Number(version), year: new Date(doors.now()).getUTCFullYear() };
}

/** A year of measures, its report, then what is late is asked about. */
async function followed(doors: CycleDoors, people: Listener, adopted: number): Promise<string> {
  const { team, partners } = doors;
  await doors.pass(330 * DAY);
  await people.ask(team, 'mesure emplois-partages 9 : les deux groupements', /en retard|9 postes/u);
  await people.ask(team, 'alertes', /postes/u);
  await people.ask(team, `préparer le bilan ${adopted}`, /Bilan \d{4}/u);
  await people.ask(team, 'bilan signer', /Bilan n° \d+ signé/u);
  const [published] = await people.ask(team, 'publier le bilan', /est publié|ne se publie pas encore/u);
  if (published.startsWith('ne'))
    await people.ask(team, 'passer outre : Le Conseil le lit ce mois-ci.', /est publié/u);
  await people.reads(partners[0]!, /Le plan que vous avez nourri a son bilan/u);
  await people.ask(team, 'préparer le mi-parcours', /Rien n'est envoyé/u);
  await people.ask(team, 'envoyer', /C'est ouvert/u);
  await people.reads(partners[0]!, /On commence \?/u);
  await people.ask(partners[0]!, 'oui', /9 postes/u);
  const [ref] = await people.ask(partners[0]!, `Payer le poste d'animation, ${LEAVER.halfway}.`, /P-\d{4,}/u);
  const year = new Date(doors.now()).getUTCFullYear();
  await people.ask(team, `clore le-plan-a-mi-parcours-${year} : le Comité se réunit`, /est clos/u);
  return ref;
}

/** The objectives are put to everybody; who runs it sees where they meet. */
async function validated({ team, partners }: CycleDoors, people: Listener): Promise<string> {
  let why = '';
  await people.ask(team, 'préparer la validation des objectifs', /Rien n'est envoyé/u);
  await people.ask(team, 'envoyer', /C'est ouvert/u);
  await each(partners, async (who, at) => {
    await people.reads(who, /La formulation de chaque affirmation[\s\S]*On commence \?/u);
    await people.ask(who, 'oui', /1\/5/u);
    const first =
      at === 0 ? `je m'oppose : rien n'y dit la qualité des emplois, ${LEAVER.objects}` : "d'accord";
    const [said] = await people.ask(who, first, /C'est noté[\s\S]*2\/5/u);
    why ||= /P-\d{4,}/u.exec(said)?.[0] ?? '';
  });
  const heard = partners.length;
  await people.ask(team, 'convergence', new RegExp(`${heard} personnes sur \\d+ se sont prononcées`, 'u'));
  await people.ask(
    team,
    'convergence',
    new RegExp(`${heard - 1} d'accord, 0 avec des réserves, 1 contre`, 'u'),
  );
  await people.ask(team, 'clore validation-des-objectifs : le Conseil se réunit', /est clos/u);
  return why;
}

/** What was said since has its answer too, and its author hears it. */
async function answered(doors: CycleDoors, people: Listener, refs: readonly string[]): Promise<void> {
  const { team, partners } = doors;
  await people.ask(
    team,
    `décider ${refs.join(', ')} à étudier : Le service le chiffre avec vous.`,
    /étudier/u,
  );
  await doors.pass(30 * DAY);
  const day = dayOf(doors.now());
  for (const body of ['comite', 'conseil'])
    await people.ask(team, `entériner ${body} ${day}`, /réponses? enregistrée/u);
  await people.ask(team, 'restitution', /On envoie \?/u);
  await people.ask(team, 'oui', /C'est parti/u);
  await people.reads(partners[0]!, /Le service le chiffre avec vous/u);
}

/** Every document there is, as that chat gives it. */
async function documented(doors: CycleDoors, people: Listener): Promise<Documents> {
  const { team, partners } = doors;
  const asked = askedFor(partners.length);
  const before = (await doors.given(team)).length;
  for (const { name, as } of asked)
    await people.ask(team, `document ${name} en ${as}`, /Voici le document demandé/u);
  const until = Date.now() + PATIENCE;
  for (;;) {
    const files = (await doors.given(team)).slice(before);
    if (files.length === asked.length) return new Map(asked.map((one, at) => [one, files[at]!]));
    if (Date.now() > until) throw new Error(`${files.length} files of ${asked.length} came`);
    await new Promise((next) => setTimeout(next, 200));
  }
}

/** At least three partners, and two members. */
export async function playCycle(doors: CycleDoors): Promise<Cycled> {
  const people = new Listener(doors);
  const refs = await listened(doors, people);
  const adjustment = await proposed(doors, people, refs);
  await inSession(doors, people, adjustment);
  const adopted = await givenBack(doors, people);
  const halfway = await followed(doors, people, adopted.year);
  const objection = await validated(doors, people);
  await signed(doors, people);
  await answered(doors, people, [halfway, objection]);
  const documents = await documented(doors, people);
  const [leaver] = doors.partners;
  await people.ask(leaver!, 'effacer', /J'efface tout/u);
  await people.ask(leaver!, 'oui', /C'est fait/u);
  return { refs, ...adopted, documents, without: await documented(doors, people) };
}
