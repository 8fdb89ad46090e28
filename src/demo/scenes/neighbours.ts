/** A consultation beside the first one, where people may see each other's close ideas: joined, and with a nuance. */
import type { Newcomer } from '../../app/person/enrol-people.ts';
import { FICTITIOUS } from '../cast/character.ts';
import type { Stage } from '../stage.ts';
import { hostOf, refIn, saying } from '../team.ts';

/** Its key and title; all else is the first one's, save that others' words are shown. */
export const NEIGHBOURS = {
  key: 'mel-ess-idees-ouvertes',
  title: {
    fr: 'Idées ouvertes pour l’économie sociale et solidaire (démonstration)',
    en: 'Open ideas for the social and solidarity economy (demonstration)',
  },
} as const;
const ROUND = 'premieres-idees';
/** Who runs it. */
export const LEADER = 'Océane Vandewalle';

interface Place {
  readonly platform: string;
  readonly workspace: string;
}

const PARTNERS = [
  { key: 'adele', name: 'Adèle Pruvost', college: 'partenaires', organisation: 'Les Ourlets Solidaires' },
  { key: 'brahim', name: 'Brahim Castelain', college: 'partenaires', organisation: 'La Bricole Roulante' },
  {
    key: 'capucine',
    name: 'Capucine Notebaert',
    college: 'territoires',
    organisation: 'Mairie de Vertgalant',
  },
];

/** She is on no chat: the page, by the link of a letter. */
const BY_LETTER = {
  name: 'Honorine Delesalle',
  email: 'honorine@vertgalant.example',
  userId: 'honorine',
} as const;

/** Where she is on the page, and where she reads that she is invited. */
const onPage = (page: Place): Newcomer => ({
  name: BY_LETTER.name,
  lang: 'fr',
  contact: { email: BY_LETTER.email },
  addresses: [{ ...page, userId: BY_LETTER.userId }],
  roles: [],
  partner: { organisation: `Le Fournil de Vertgalant ${FICTITIOUS}`, college: 'territoires' },
});

export const neighboursOn = (platform: string, page: Place): Newcomer[] => {
  const address = (userId: string) => [{ platform, workspace: 'main', userId }];
  return [
    onPage(page),
    ...PARTNERS.map(({ key, name, college, organisation }) => ({
      name,
      lang: 'fr',
      addresses: address(key),
      roles: [],
      partner: { organisation: `${organisation} ${FICTITIOUS}`, college },
    })),
    {
      name: LEADER,
      lang: 'fr',
      addresses: address('oceane'),
      roles: ['facilitator' as const],
      partner: null,
    },
  ];
};

/** `posted` has the letters leave that are due. */
export async function amongNeighbours(stage: Stage, posted: () => Promise<void>): Promise<void> {
  const facilitator = hostOf(stage, 'oceane');
  await facilitator.ask(`ouvrir ${ROUND}`);
  await facilitator.ask('oui');
  await posted();
  const [adele, brahim, capucine] = PARTNERS.map(({ key }) => hostOf(stage, key, 1));
  await adele!.ask('oui');
  const [first] = await adele!.ask('une avance de trésorerie en attendant les subventions');
  const ref = refIn(first);
  await adele!.ask('montrer mes idées');
  await brahim!.ask('oui');
  const [shown] = await brahim!.ask('avancer la trésorerie en attendant nos subventions');
  saying(shown, new RegExp(`${ref}[^]*rejoindre`, 'u'));
  saying((await brahim!.ask('la rejoindre'))[0], /rejoint/u);
  await capucine!.ask('oui');
  const [close] = await capucine!.ask('une avance de trésorerie en attendant les subventions, sans caution');
  saying(close, new RegExp(`${ref}[^]*nuance`, 'u'));
  saying((await capucine!.ask('une nuance'))[0], /nuance de/u);
  saying((await adele!.ask('mes propositions'))[0], /soutenue par/u);
}
