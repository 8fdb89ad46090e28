/** Refusals as the command line words them: what to do next is a command. */
import type { Refusal } from '../core/refusal.ts';

type Details = Refusal['details'];
type Saying = (details: Details) => string;

const FRENCH: Readonly<Record<string, Saying>> = {
  'no-right': ({ verb }) =>
    `Cette personne n’a pas le droit de faire cela${verb ? ` (${verb})` : ''}. « npx tour people list » montre qui fait quoi ; « --as » choisit qui agit.`,
  'already-erased': () => 'Cette personne est déjà effacée : il ne reste rien d’elle ici.',
  'last-of-staff': () =>
    'C’est la seule personne de l’équipe : « npx tour people add NOM --role staff » en inscrit une autre d’abord.',
  'no-synthesis': () => 'Il n’y a pas encore de synthèse. « npx tour synthesis compile » en rédige une.',
  'no-proposals': () =>
    'Il n’y a encore aucune proposition. « npx tour proposals import FICHIER » en apporte, le robot aussi.',
  'synthesis-signed': () =>
    'Cette synthèse est signée : elle ne change plus. « npx tour synthesis compile » en rédige une nouvelle.',
  'synthesis-unsigned': () => 'Cette synthèse n’est pas encore signée : « npx tour synthesis sign » d’abord.',
  'disagreement-unsigned': ({ axes }) =>
    `Aucun désaccord relevé sur : ${axes}. Si vous l’avez vérifié, signez-le : « npx tour synthesis sign --without-disagreement ${String(axes).replaceAll(', ', ',')} ».`,
  'read-by-nobody-else': () =>
    'Ici, qui signe ne peut pas être seul·e à avoir relu : dans une discussion, « relire Prénom » la demande à un·e collègue.',
  'words-still-coming': ({ rounds }) =>
    `Encore ouvert : ${rounds}. Ce qui arrivera d’ici à la clôture ne serait pas dans cette synthèse, et une synthèse signée ne change plus. « npx tour round close » le clôt ; « npx tour synthesis sign --while-open » signe quand même.`,
  'titles-unaccepted': ({ titles }) =>
    `Titres que la machine a faits de mots : ${titles}. Reprenez-les (« npx tour synthesis edit title LIGNE TEXTE ») ou gardez-les (« npx tour synthesis sign --accept-titles »).`,
  'disagreement-exists': ({ axis }) =>
    `L’axe ${axis} a des désaccords : on ne peut pas signer qu’il n’y en a pas.`,
  'axis-unknown': ({ axis }) =>
    `La synthèse n’a pas d’axe « ${axis} ». « npx tour synthesis show » les montre.`,
  'line-without-proposal': ({ line }) =>
    line === undefined
      ? 'Une ligne cite au moins une proposition : --cites P-0042.'
      : `La ligne ${line} ne cite aucune proposition : « npx tour synthesis edit remove ${line} » avant de signer.`,
  'no-such-round': ({ round }) =>
    `La consultation n’a pas de tour « ${round} ». « npx tour round status » les montre.`,
  'round-form-not-yet': ({ round, form }) =>
    `« ${round} » est un tour de forme « ${form} » : seuls les tours écrits s’ouvrent pour l’instant.`,
  'round-already-opened': ({ round }) =>
    `« ${round} » a déjà été ouvert : « npx tour round status » dit où il en est.`,
  'round-without-prompts': ({ round }) =>
    `« ${round} » n’a pas de question : ajoutez-en dans son fichier, puis « npx tour consultation load ».`,
  'close-in-the-past': () => 'Cette date de clôture est passée : --until attend un jour à venir.',
  'nobody-to-invite': ({ round }) =>
    `Personne à inviter pour « ${round} » : importez d’abord les partenaires.`,
  'round-not-open': ({ round }) =>
    `« ${round} » n’est pas ouvert. « npx tour round status » montre les tours.`,
  'early-close-needs-reason': ({ round }) =>
    `« ${round} » n’est pas encore à son terme : dites pourquoi le clore, --reason "…".`,
  'extension-shortens': ({ round }) =>
    `Ce serait plus court : « ${round} » ne peut que s’allonger. Pour finir plus tôt : « npx tour round close ${round} --reason … ».`,
  'extension-changes-nothing': ({ round }) => `« ${round} » va déjà jusque-là.`,
  'nothing-open': () => 'Aucun tour n’est ouvert. « npx tour round status » montre ceux qui sont prêts.',
  'nothing-opened': () => 'Aucun tour n’a encore été ouvert. « npx tour round open CLÉ » en ouvre un.',
  'round-still-open': ({ round }) =>
    `« ${round} » est encore ouvert : « npx tour round close ${round} » d’abord.`,
  'nobody-to-remind': ({ round, enough }) =>
    `Personne à relancer pour « ${round} »${Number(enough) > 0 ? ` : les ${enough} personnes encore silencieuses l’ont déjà été autant que permis` : ''}.`,
  'line-unknown': ({ line }) =>
    `La synthèse n’a pas de ligne ${line}. « npx tour synthesis show » donne les numéros.`,
  'order-incomplete': ({ axis, count }) =>
    `Pour changer l’ordre de l’axe ${axis}, citez ses ${count} lignes, chacune une fois.`,
  'proposal-unknown': ({ ref }) => `${ref} n’est pas dans cette synthèse.`,
  'proposal-would-vanish': ({ ref, line }) =>
    `La ligne ${line} est la seule à citer ${ref} : reformulez-la plutôt, ou citez ${ref} ailleurs d’abord.`,
  'objection-would-vanish': ({ ref, line }) =>
    `La ligne ${line} porte l’objection ${ref} : une objection ne disparaît pas de la synthèse. Reformulez-la plutôt.`,
  'synthesis-outdated': ({ proposals }) =>
    `Retirées, réunies ou écartées depuis le brouillon, et encore citées : ${proposals}. « npx tour synthesis compile » en rédige un nouveau.`,
  'synthesis-behind': ({ proposals }) =>
    `Absentes de la synthèse signée : ${proposals}. « npx tour synthesis compile » en rédige une nouvelle, à signer avant la restitution.`,
  'unknown-proposal': ({ proposal }) =>
    `Il n’y a pas de ${proposal}. « npx tour proposals list » les montre.`,
  'late-not-accepted': ({ proposal }) =>
    `${proposal} est hors délai et n’a pas été acceptée : dans la discussion, « accepter ${proposal} » d’abord.`,
  'not-in-force': ({ proposal }) => `${proposal} n’est plus en cours (retirée, réunie ou effacée).`,
  'body-not-on-path': ({ body }) => `L’instance « ${body} » ne se prononce pas sur cette réponse.`,
  'body-before-missing': ({ proposal, body }) =>
    `${proposal} : l’instance « ${body} » doit d’abord se prononcer.`,
  'already-decided-by': ({ proposal, body }) => `${proposal} : l’instance « ${body} » s’est déjà prononcée.`,
  'no-such-body': ({ body, bodies }) => `« ${body} » n’est pas une instance d’ici. Au choix : ${bodies}.`,
  'nothing-to-ratify': ({ body }) => `Aucune réponse n’attend l’instance « ${body} ».`,
  'answers-missing': ({ undecided, awaiting }) =>
    `Toutes les réponses ne sont pas là.${undecided ? ` Sans réponse : ${undecided} (« npx tour decide »).` : ''}${awaiting ? ` En attente d’une instance : ${awaiting} (« npx tour ratify »).` : ''}`,
  'no-indicators': () =>
    'Aucune action du plan n’a d’indicateur : ajoutez-en dans le dossier (« npx tour consultation load ») ou dans un tableau (« npx tour plan import »).',
  'no-report': () => 'Il n’y a pas encore de bilan : « npx tour report draft 2016 » en rédige un.',
  'report-unsigned': () => 'Le bilan n’est pas signé : « npx tour report sign » d’abord.',
  'report-published': ({ number }) =>
    `Le bilan n° ${number} est déjà publié : « npx tour report draft 2016 » en rédige un autre.`,
  'report-held': ({ answers, adjustments, disputes }) =>
    `Il reste dû : contributions sans réponse ${answers}, ajustements sans décision ${adjustments}, contestations en retard ${disputes}. Répondez d’abord, ou « npx tour report publish --override RAISON » : la raison se lira dans le bilan.`,
  'no-such-phase': ({ phases }) => `Cette phase n’existe pas. Les phases : ${phases}.`,
  'phase-closed': ({ phase }) =>
    `La phase « ${phase} » est close. « npx tour phase reopen ${phase} » revient dessus.`,
  'phase-held': ({ phase, answers, adjustments, disputes }) =>
    `Il reste dû : contributions sans réponse ${answers}, ajustements sans décision ${adjustments}, contestations en retard ${disputes}. Répondez d’abord, ou « npx tour phase close ${phase} --override RAISON » : la raison se lira dans le bilan annuel.`,
  'no-measure': () => 'Il n’y a pas de mesure à annuler. « npx tour plan indicators » montre où ils en sont.',
  'adjustment-empty': () => 'Dites ce qui change : --description, --budget, --operator…',
  'no-such-adjustment': ({ adjustment }) =>
    `Il n’y a pas de ${adjustment}. « npx tour plan adjustments » les montre.`,
  'nothing-to-adopt': () =>
    'Aucun ajustement n’est prêt : chaque instance doit s’être prononcée avant (« npx tour plan decide », « plan ratify »). « npx tour plan adjustments » dit où ils en sont.',
  'adjustments-clash': ({ one, other }) =>
    `${one} et ${other} changent la même chose : laissez l’un de côté, « --except ${other} », ou retirez-le dans la discussion.`,
  'no-such-action': ({ action }) =>
    `Le plan n’a pas d’action « ${action} ». « npx tour plan show » les montre.`,
  'restitution-sent': () => 'La restitution a déjà été envoyée ; rien n’est parti deux fois.',
};

const ENGLISH: Readonly<Record<string, Saying>> = {
  'no-right': ({ verb }) =>
    `This person may not do that${verb ? ` (${verb})` : ''}. "npx tour people list" shows who does what; "--as" says who acts.`,
  'already-erased': () => 'This person is erased already: nothing of theirs is left here.',
  'last-of-staff': () =>
    'This is the only member of staff: "npx tour people add NAME --role staff" enrols another one first.',
  'no-synthesis': () => 'There is no synthesis yet. "npx tour synthesis compile" drafts one.',
  'no-proposals': () =>
    'There is no proposal yet. "npx tour proposals import FILE" brings some, and so does the bot.',
  'synthesis-signed': () =>
    'This synthesis is signed: it changes no more. "npx tour synthesis compile" drafts a new one.',
  'synthesis-unsigned': () => 'This synthesis is not signed yet: "npx tour synthesis sign" first.',
  'disagreement-unsigned': ({ axes }) =>
    `No disagreement was found on: ${axes}. If you have checked, sign it: "npx tour synthesis sign --without-disagreement ${String(axes).replaceAll(', ', ',')}".`,
  'read-by-nobody-else': () =>
    'Here whoever signs may not be its only reader: in a chat, "ask to proofread First name" asks a colleague.',
  'words-still-coming': ({ rounds }) =>
    `Still open: ${rounds}. What comes in until it closes would not be in this synthesis, and a signed one no longer changes. "npx tour round close" closes it; "npx tour synthesis sign --while-open" signs all the same.`,
  'titles-unaccepted': ({ titles }) =>
    `Titles the machine made of words: ${titles}. Replace them ("npx tour synthesis edit title LINE TEXT") or keep them ("npx tour synthesis sign --accept-titles").`,
  'disagreement-exists': ({ axis }) => `Axis ${axis} has disagreements: nobody can sign that it has none.`,
  'axis-unknown': ({ axis }) => `The synthesis has no axis "${axis}". "npx tour synthesis show" shows them.`,
  'line-without-proposal': ({ line }) =>
    line === undefined
      ? 'A line cites at least one proposal: --cites P-0042.'
      : `Line ${line} cites no proposal: "npx tour synthesis edit remove ${line}" before signing.`,
  'no-such-round': ({ round }) =>
    `The consultation has no round "${round}". "npx tour round status" shows them.`,
  'round-form-not-yet': ({ round, form }) =>
    `"${round}" is a round of the form "${form}": only written rounds open for now.`,
  'round-already-opened': ({ round }) =>
    `"${round}" was opened already: "npx tour round status" says how it stands.`,
  'round-without-prompts': ({ round }) =>
    `"${round}" asks nothing: add prompts to its file, then "npx tour consultation load".`,
  'close-in-the-past': () => 'That closing day has passed: --until wants a day to come.',
  'nobody-to-invite': ({ round }) => `Nobody to invite to "${round}": import the partners first.`,
  'round-not-open': ({ round }) => `"${round}" is not open. "npx tour round status" shows the rounds.`,
  'early-close-needs-reason': ({ round }) =>
    `"${round}" has not come to its end: say why to close it, --reason "…".`,
  'extension-shortens': ({ round }) =>
    `That would be shorter: "${round}" only grows. To end sooner: "npx tour round close ${round} --reason …".`,
  'extension-changes-nothing': ({ round }) => `"${round}" lasts until then already.`,
  'nothing-open': () => 'No round is open. "npx tour round status" shows those that are ready.',
  'nothing-opened': () => 'No round was opened yet. "npx tour round open KEY" opens one.',
  'round-still-open': ({ round }) => `"${round}" is still open: "npx tour round close ${round}" first.`,
  'nobody-to-remind': ({ round, enough }) =>
    `Nobody to remind for "${round}"${Number(enough) > 0 ? `: the ${enough} people still silent were reminded as often as may be` : ''}.`,
  'line-unknown': ({ line }) =>
    `The synthesis has no line ${line}. "npx tour synthesis show" gives the numbers.`,
  'order-incomplete': ({ axis, count }) => `To reorder axis ${axis}, name its ${count} lines, each once.`,
  'proposal-unknown': ({ ref }) => `${ref} is not in this synthesis.`,
  'proposal-would-vanish': ({ ref, line }) =>
    `Only line ${line} cites ${ref}: reword it instead, or cite ${ref} elsewhere first.`,
  'objection-would-vanish': ({ ref, line }) =>
    `Line ${line} carries the objection ${ref}: an objection does not leave the synthesis. Reword it instead.`,
  'synthesis-outdated': ({ proposals }) =>
    `Withdrawn, merged or set aside since the draft, and still cited: ${proposals}. "npx tour synthesis compile" drafts a new one.`,
  'synthesis-behind': ({ proposals }) =>
    `Missing from the signed synthesis: ${proposals}. "npx tour synthesis compile" drafts a new one, to be signed before the restitution.`,
  'unknown-proposal': ({ proposal }) => `There is no ${proposal}. "npx tour proposals list" shows them.`,
  'late-not-accepted': ({ proposal }) =>
    `${proposal} came late and was not accepted: in the chat, "accept ${proposal}" first.`,
  'not-in-force': ({ proposal }) => `${proposal} is no longer in force (withdrawn, merged or erased).`,
  'body-not-on-path': ({ body }) => `The body "${body}" has no say on this answer.`,
  'body-before-missing': ({ proposal, body }) => `${proposal}: the body "${body}" has to speak first.`,
  'already-decided-by': ({ proposal, body }) => `${proposal}: the body "${body}" has spoken already.`,
  'no-such-body': ({ body, bodies }) => `"${body}" is no body here. There is: ${bodies}.`,
  'nothing-to-ratify': ({ body }) => `No answer awaits the body "${body}".`,
  'answers-missing': ({ undecided, awaiting }) =>
    `Some answers are missing.${undecided ? ` Undecided: ${undecided} ("npx tour decide").` : ''}${awaiting ? ` Awaiting a body: ${awaiting} ("npx tour ratify").` : ''}`,
  'no-indicators': () =>
    'No action of the plan has an indicator: add some in the folder ("npx tour consultation load") or in a table ("npx tour plan import").',
  'no-report': () => 'There is no report yet: "npx tour report draft 2016" drafts one.',
  'report-unsigned': () => 'The report is not signed: "npx tour report sign" first.',
  'report-published': ({ number }) =>
    `Report no. ${number} is published already: "npx tour report draft 2016" drafts another.`,
  'report-held': ({ answers, adjustments, disputes }) =>
    `Still owed: contributions without a reply ${answers}, adjustments undecided ${adjustments}, disputes overdue ${disputes}. Reply first, or "npx tour report publish --override REASON": the report will show the reason.`,
  'no-such-phase': ({ phases }) => `There is no such phase. The phases: ${phases}.`,
  'phase-closed': ({ phase }) =>
    `The phase "${phase}" is closed. "npx tour phase reopen ${phase}" takes it back.`,
  'phase-held': ({ phase, answers, adjustments, disputes }) =>
    `Still owed: contributions without a reply ${answers}, adjustments undecided ${adjustments}, disputes overdue ${disputes}. Reply first, or "npx tour phase close ${phase} --override REASON": the annual report will show the reason.`,
  'no-measure': () => 'There is no measure to take back. "npx tour plan indicators" says how they stand.',
  'adjustment-empty': () => 'Say what changes: --description, --budget, --operator…',
  'no-such-adjustment': ({ adjustment }) =>
    `There is no ${adjustment}. "npx tour plan adjustments" shows them.`,
  'nothing-to-adopt': () =>
    'No adjustment is ready: each body has to have spoken before ("npx tour plan decide", "plan ratify"). "npx tour plan adjustments" says how they stand.',
  'adjustments-clash': ({ one, other }) =>
    `${one} and ${other} change the same thing: leave one aside, "--except ${other}", or withdraw it in the chat.`,
  'no-such-action': ({ action }) => `The plan has no action "${action}". "npx tour plan show" shows them.`,
  'restitution-sent': () => 'The restitution was sent already; nothing left twice.',
};

/** null where the command line has nothing to say that chat doesn't. */
export function refusalIn(lang: 'fr' | 'en', { code, details }: Refusal): string | null {
  const sayings = lang === 'en' ? ENGLISH : FRENCH;
  return Object.hasOwn(sayings, code) ? sayings[code]!(details) : null;
}
