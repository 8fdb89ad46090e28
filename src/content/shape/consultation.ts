import * as z from 'zod';
import { ATTRIBUTIONS, KINDS, STANDINGS, STATUSES } from '../../core/consultation/model.ts';
import {
  asks,
  BodyRef,
  CollegeRef,
  Day,
  Described,
  Key,
  LocalText,
  TerritoryRef,
  Text,
  Time,
} from './common.ts';

const Lang = z.string(asks('lang')).meta({ id: 'Lang' });

const Axis = Described.extend({
  short: LocalText.optional().describe(
    'Quelques mots, pour une question sur un téléphone / a few words, for a question on a phone',
  ),
  objective: LocalText,
  themes: z.array(Described).default([]),
});

const College = z.strictObject({
  key: Key,
  label: LocalText,
  standing: z
    .enum(STANDINGS)
    .optional()
    .describe(
      'Portée de ce que disent ses partenaires, tant qu’ils ne l’ont pas précisée / standing of what its partners say, until they say',
    ),
  approvedBy: LocalText.optional().describe(
    'Qui valide ce qui est provisoire, comme dans « le conseil municipal » / who approves what is provisional',
  ),
  formerly: z.array(Key).default([]),
});

const PublishedTogether = z
  .strictObject({
    key: Key,
    label: LocalText.describe('Comme dans « Réseaux et banques » / as in "Networks and banks"'),
    colleges: z.array(CollegeRef).min(2),
  })
  .describe(
    'Des types d’acteurs trop petits pour que leurs effectifs se publient : une seule ligne pour tous / types of actor too small for their figures to be published: one row for all of them',
  );

const Phase = z
  .strictObject({ key: Key, label: LocalText, from: Day, to: Day })
  .describe(
    'Du début du premier jour à la fin du dernier / from the start of the first day to the end of the last',
  );

const Territory = z.strictObject({
  key: Key,
  label: Text,
  code: z
    .string(asks('code'))
    .regex(/^[0-9A-Z]+$/, asks('code'))
    .optional()
    .describe('Le code officiel du lieu (INSEE) / the official code of the place'),
  spellings: z.array(Text).default([]).describe('Autres graphies usuelles / other usual spellings'),
  ambiguous: z
    .boolean()
    .default(false)
    .describe('Nom qui est aussi un mot courant / a name that is also a common word'),
  includes: z.array(TerritoryRef).default([]),
});

const Session = z
  .strictObject({
    rule: z
      .enum(['consent', 'majority'])
      .describe(
        'Sans objection qui tienne (consent), ou plus de voix pour que contre (majority) / without a standing objection, or more voices for than against',
      ),
    quorum: z
      .number()
      .min(0)
      .max(1)
      .describe('Part des membres qui doivent prendre part, de 0 à 1 / share of members who must take part'),
    proxies: z
      .int()
      .min(0)
      .max(10)
      .default(1)
      .describe('Pouvoirs qu’un·e membre peut porter / voices of others that a member may carry'),
  })
  .describe(
    'Comment les membres du Comité décident dans une séance tenue ici / how the committee’s members decide in a session held here',
  );

const Rules = z.strictObject({
  attribution: z.strictObject({
    allowed: z
      .array(z.enum(ATTRIBUTIONS))
      .min(1)
      .default([...ATTRIBUTIONS]),
    default: z.enum(ATTRIBUTIONS),
  }),
  othersWords: z
    .enum(['hidden', 'shown'])
    .default('hidden')
    .describe(
      'Les propositions proches des autres se voient-elles pendant un tour ? / are close proposals of others seen during a round?',
    ),
  smallestFigure: z
    .int()
    .min(2)
    .describe('Le plus petit nombre de personnes publié / the smallest published count of people'),
  workingHours: z.strictObject({
    days: z
      .array(z.int().min(1, asks('weekday')).max(7, asks('weekday')))
      .min(1)
      .default([1, 2, 3, 4, 5]),
    from: Time,
    to: Time,
  }),
  reminders: z.strictObject({
    afterDays: z
      .array(z.int().min(1))
      .max(2)
      .describe(
        'Jours après l’ouverture ; deux relances au plus / days after opening; two reminders at most',
      ),
    weeklyMessages: z
      .int()
      .min(1)
      .describe('Messages par personne et par semaine, au plus / messages per person and week, at most'),
  }),
  doubtBelow: z.number().min(0).max(1).default(0.6),
  decisions: z.strictObject({
    bodies: z.array(z.strictObject({ key: Key, label: LocalText, session: Session.optional() })).min(1),
    path: z
      .array(BodyRef)
      .min(1)
      .describe(
        'Les instances dans l’ordre ; la dernière décide / the bodies in order; the last one decides',
      ),
    pathByStatus: z.partialRecord(z.enum(STATUSES), z.array(BodyRef).min(1)).default({}),
  }),
  signing: z
    .enum(['alone', 'read-by-another'])
    .optional()
    .describe(
      'Qui signe une synthèse peut-il être seul·e à l’avoir relue (alone, par défaut), ou faut-il qu’un·e collègue l’ait relue avant (read-by-another) ? / may whoever signs a synthesis be its only proofreader (alone, the default), or must a colleague have read it before?',
    ),
  disputes: z
    .strictObject({ days: z.int().min(1).max(90) })
    .default({ days: 21 })
    .describe('Jours pour répondre à une contestation / days to reply to a dispute'),
});

export const ConsultationShape = z.strictObject({
  key: Key,
  title: LocalText,
  asker: LocalText.describe('Qui demande, comme dans « La MEL prépare son plan » / who asks: a noun phrase'),
  purpose: LocalText,
  readers: LocalText.describe(
    'Qui lira les réponses, en une phrase / who will read the answers, in a sentence',
  ),
  languages: z
    .array(Lang)
    .min(1)
    .describe('La première est celle des documents / the first one is that of the documents'),
  zone: z.string(asks('zone')).meta({ id: 'Zone' }),
  licence: z
    .strictObject({ name: Text, url: z.url({ protocol: /^https$/, ...asks('url') }) })
    .optional()
    .describe(
      'Sous quelle licence les données ouvertes sont publiées / under which licence the open data is published',
    ),
  axes: z.array(Axis).min(1),
  colleges: z.array(College).min(1),
  publishedTogether: z.array(PublishedTogether).optional(),
  committee: z.strictObject({
    label: LocalText,
    groups: z.array(z.strictObject({ key: Key, label: LocalText })).default([]),
  }),
  phases: z.array(Phase).min(1),
  taxonomy: z.strictObject({
    kinds: z.array(Described.extend({ key: z.enum(KINDS) })),
    subjects: z.array(Described).default([]),
    territories: z.array(Territory).default([]),
  }),
  rules: Rules,
});

export type ConsultationFile = z.output<typeof ConsultationShape>;
