/** What the bot says in French about who speaks, and in whose name. Read it aloud. */

export const voices = {
  inWhoseName: (names: string): string => `Vous parlez ici pour ${names}. Au nom de qui, pour commencer ?`,
  all: (n: number): string => (n === 2 ? 'Les deux' : 'Toutes'),
  speakingFor: (name: string): string => `C’est noté : vous parlez pour ${name}.`,
  firstThen: (name: string, others: string): string =>
    `Je note d’abord pour ${name} ; à la fin, je vous proposerai de reprendre vos réponses pour ${others}.`,
  notTheirs: (names: string): string =>
    `Je vous connais ici pour ${names}. Si vous parlez aussi pour une autre structure, l’équipe est prévenue et vous y invitera.`,
  forSomebody:
    'Ici, je note ce qui vient de vous. Les idées d’un·e collègue sont bienvenues : écrivez-les, elles compteront à votre nom. Si cette personne doit répondre à votre place, écrivez « pas moi », puis son nom : l’équipe l’invitera.',
  notedFor: (name: string): string => `Noté pour ${name}`,
  severalFor: (n: string, name: string): string => `Merci. J’y lis ${n} idées, pour ${name} :`,
  sameFor: (name: string): string => `Vous parlez aussi pour ${name} : y reprendre les mêmes réponses ?`,
  sameChoices: ['Les mêmes', 'Répondre à part', 'Plus tard'],
  shared: (refs: string, name: string, several: boolean): string =>
    `C’est noté : ${name} porte aussi ${refs}, et ${several ? 'leurs réponses seront' : 'la réponse sera'} pour vos deux structures. « au nom de ${name} » pour y ajouter une idée.`,
  sharedNothing: (name: string): string => `C’est noté, ${name} n’a rien à ajouter non plus.`,
  notNow: (name: string, until: string): string =>
    `Entendu. « au nom de ${name} » quand vous voudrez, jusqu’au ${until}.`,
  moved: (ref: string, name: string): string => `${ref} est désormais au nom de ${name}.`,
  yoursFor: (name: string): string => `Pour ${name} :`,
  alsoSupports: (refs: string): string => `porte aussi ${refs}`,
  moveHow: '« P-0042 au nom de … » la fait porter par votre autre structure.',
  replaced: (
    from: string,
    to: string,
    organisation: string,
    proposals: number,
    invited: readonly string[],
    gone: boolean,
  ): string =>
    `${to} parle désormais pour ${organisation}, à la place de ${from}. ${
      proposals === 0
        ? ''
        : proposals === 1
          ? 'La proposition de la structure lui revient. '
          : `Les ${proposals} propositions de la structure lui reviennent. `
    }${invited.length > 0 ? `L’invitation à ${invited.map((key) => `« ${key} »`).join(', ')} part. ` : ''}${
      gone ? `${from} reçoit un dernier message ; ses liens ne s’ouvrent plus. ` : ''
    }« annuler le remplacement de ${from} » revient en arrière.`,
  reinstated: (to: string, organisation: string): string =>
    `${to} parle de nouveau pour ${organisation} ; ce que l’autre personne a dit entre-temps reste à la structure.`,
  takesOver: (name: string | null, from: string, organisation: string, proposals: number): string =>
    `${name ? `Bonjour ${name}. ` : ''}Vous prenez la suite de ${from} pour ${organisation}.${
      proposals === 0
        ? ''
        : ` ${proposals === 1 ? 'Sa proposition est désormais la vôtre' : `Ses ${proposals} propositions sont désormais les vôtres`}, et leurs réponses vous viendront : « mes propositions ».`
    }`,
  takenOver: (name: string | null, to: string, organisation: string, gone: boolean): string =>
    `${name ? `Bonjour ${name}. ` : ''}L’équipe nous apprend que ${to} prend votre suite pour ${organisation} : je ne vous écrirai plus à ce titre, et vos propositions lui sont confiées. Merci de tout ce que vous avez apporté.${
      gone ? ' Vos données restent les vôtres : « mes données », « effacer ».' : ''
    }`,
  former:
    'Vous ne parlez plus ici pour une structure ; je transmets votre message à l’équipe. « mes données » et « effacer » restent à vous.',
  formerHow: 'Vous ne parlez plus ici pour une structure. « mes données » et « effacer » restent à vous.',
  leaving: 'Merci de nous le dire. Qui prend votre suite ? Un nom et une adresse suffisent, ou « passe ».',
  succession: 'Merci, l’équipe s’en occupe : elle invitera cette personne et vous le dira.',
  successionHow: (
    name: string,
    organisation: string,
    { name: heir, at } = { name: 'Prénom Nom', at: 'plateforme:identifiant' },
  ): string => `(« remplacer ${name}, ${organisation} par ${heir}, ${at} » lui passe la suite)`,
  standings: { personal: 'en votre nom', provisional: 'provisoire', official: 'officielle' },
  provisionalUntil: (body: string | null): string => `provisoire, à valider${body ? ` par ${body}` : ''}`,
  standingAsk: (body: string | null): string =>
    `Une précision : vos propositions engagent-elles votre structure ? 1. pas encore, elles sont provisoires${body ? ` (à valider par ${body})` : ''} ; 2. oui, elles sont officielles ; 3. non, elles n’engagent que vous.`,
  standingChoices: ['Provisoires', 'Officielles', 'En mon nom'],
  standingSet: {
    personal: 'C’est noté : vos propositions n’engagent que vous.',
    provisional:
      'C’est noté, provisoires. « valider P-0042 » ou « officiel » le jour venu ; « retirer P-0042 » en cas de refus.',
    official: 'C’est noté : vos propositions sont officielles.',
  },
  approved: (refs: string, several: boolean): string =>
    `C’est noté : ${refs} ${several ? 'sont officielles' : 'est officielle'}.`,
  stillProvisional: (
    name: string | null,
    title: string,
    until: string,
    refs: string,
    several: boolean,
    body: string | null,
  ): string =>
    `${name ? `Bonjour ${name}. ` : ''}« ${title} » se termine le ${until}, et ${refs} ${several ? 'sont encore provisoires' : 'est encore provisoire'}${body ? ` (à valider par ${body})` : ''}. C’est validé ? « officiel », ou « valider P-0042 » pour une seule ; « retirer P-0042 » en cas de refus.`,
  colleague: (
    name: string | null,
    other: string,
    organisation: string,
    title: string,
    until: string,
  ): string =>
    `${name ? `Bonjour ${name}. ` : ''}${other} a déjà répondu pour ${organisation} à « ${title} ». Voulez-vous compléter ? « commencer » jusqu’au ${until} ; sinon, rien à faire.`,
  organisations: (invited: number, heard: number): string =>
    `${invited} structure${invited > 1 ? 's' : ''}, ${heard} entendue${heard > 1 ? 's' : ''}`,
  speaksHere: (name: string, organisation: string): string =>
    `C’est noté, ${name} : ce que vous écrivez ici est à votre nom, pour ${organisation}. « ici … » avec un autre prénom passe la parole.`,
  speaksAgain: (name: string): string => `Bonjour à nouveau, ${name}.`,
  strangerHere: (owner: string): string =>
    `Merci. Je ne vous connais pas encore : ce que vous écrivez ici est gardé pour l’équipe, et n’est pas noté au nom de ${owner}. « ici ${owner} » quand cette personne reprend.`,
  notTheirAddress: (colleague: string, owner: string): string =>
    `Merci. Cette adresse n’est connue que pour ${owner} : ce que vous y écrivez est gardé pour l’équipe, qui dira si vous la partagez. ${colleague} peut aussi m’écrire depuis sa propre adresse ; « ici ${owner} » quand cette personne reprend.`,
  sharedHow: (owner: string): string => `(« adresse partagée ${owner} » si plusieurs personnes y écrivent)`,
  addressShared: (owner: string, organisation: string): string =>
    `C’est noté : plusieurs personnes écrivent depuis l’adresse de ${owner}, pour ${organisation}. « ici Prénom » y passe la parole ; « adresse personnelle ${owner} » revient en arrière.`,
  addressPersonal: (owner: string): string => `C’est noté : ${owner} est seul·e à écrire depuis son adresse.`,
  strangerKept: (owner: string): string =>
    `C’est gardé pour l’équipe, sans être noté au nom de ${owner}. « ici ${owner} » quand cette personne reprend.`,
  ownPlace: 'Cela ne regarde que vous : écrivez-le-moi depuis votre propre adresse.',
  inThisLanguage: 'Entendu, je vous écris en français (« in English » pour changer).',
};

export type VoicesPhrases = typeof voices;
