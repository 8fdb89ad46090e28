import type { Refusal } from '../../core/refusal.ts';

type Details = Refusal['details'];

const SAYINGS: Readonly<Record<string, (details: Details) => string>> = {
  'no-right': () => 'Cette action est réservée à l’équipe. « aide » montre ce que vous pouvez faire.',
  'not-invited': () =>
    'Ce tour ne vous était pas adressé. Si vous pensez que c’est une erreur, dites-le-moi, je transmets.',
  'not-started': () => 'Avant de répondre, dites-moi si vous êtes d’accord : « commencer ».',
  'no-such-proposal': () =>
    'Je ne trouve pas cette proposition parmi les vôtres. « mes propositions » les montre.',
  'no-such-attachment': ({ attachment }) =>
    `Je ne trouve pas ${attachment ?? 'cette pièce'}. « pièces » montre celles qui attendent.`,
  'attachment-erased': ({ attachment }) => `${attachment} a été effacée.`,
  'attachment-extracted': ({ attachment, proposals }) =>
    `Quelqu’un d’autre de l’équipe a déjà lu ${attachment}${proposals ? ` et en a tiré ${proposals}` : ''}. S’il reste autre chose à en tirer : « rouvrir ${attachment} », puis extrayez.`,
  'attachment-filed': ({ attachment }) =>
    `${attachment} est déjà classée. « rouvrir ${attachment} » la remet.`,
  'attachment-waits': ({ attachment }) => `${attachment} attend déjà.`,
  'filing-needs-reason': ({ attachment }) =>
    `Dites pourquoi rien n’en est tiré : « classer ${attachment} : votre raison ». La raison est donnée à qui l’a envoyée.`,
  'already-split': ({ proposal }) =>
    `${proposal} est séparée en plusieurs. « recoller ${proposal} » revient en arrière.`,
  'not-split': ({ proposal }) => `${proposal} n’est pas séparée en plusieurs.`,
  'split-needs-parts': ({ proposal, most }) =>
    `Donnez de deux à ${most} parties, séparées par une barre : « scinder ${proposal} : première idée / deuxième idée ».`,
  'part-not-in-words': ({ proposal }) =>
    `Je ne retrouve pas chaque partie dans ${proposal} : recopiez les mots de son auteur·rice, sans les changer.`,
  'split-outdated': ({ proposal }) => `${proposal} a été réécrite depuis : rien n’est séparé.`,
  'split-decided': ({ proposal }) => `Une partie de ${proposal} a déjà sa réponse : elle ne se recolle plus.`,
  'table-needs-attendees': () =>
    'Dites qui était à cette table, après les deux points : des personnes, des structures, ou un nombre par collège.',
  'table-decided': ({ proposal }) =>
    `${proposal} a déjà sa réponse : ce qui est noté de la table ne se réécrit plus. « corriger décision ${proposal} retenue : motif » change la réponse.`,
  'table-undo-over': ({ proposal }) =>
    `${proposal} a été notée il y a plus d’une journée : elle ne se retire plus ainsi. « modérer ${proposal} : raison » reste possible.`,
  'already-erased': () => 'C’est déjà fait : il ne reste rien de vous ici.',
  'last-of-staff': () =>
    'Vous êtes la seule personne de l’équipe : quelqu’un doit d’abord prendre la suite. Ensuite, « effacer » fera le reste.',
  'already-withdrawn': ({ proposal }) => `${proposal} est déjà retirée. « rétablir ${proposal} » la remet.`,
  'already-in-that-name': ({ proposal }) => `${proposal} est déjà au nom de cette structure.`,
  'already-merged': ({ proposal }) => `${proposal} est réunie à une autre ; elle ne se change plus seule.`,
  'not-withdrawn': ({ proposal }) => `${proposal} n’est pas retirée.`,
  'not-in-force': ({ proposal }) => `${proposal} n’est plus en cours (retirée, réunie ou effacée).`,
  'merge-with-itself': ({ proposal }) => `${proposal} ne peut pas être réunie à elle-même.`,
  'attribution-not-allowed': () => 'Cette consultation ne permet pas ce choix de citation.',
  'no-such-axis': ({ axes }) => `Je ne connais pas cet axe. Les axes : ${axes}.`,
  'no-such-round': () => 'Je ne trouve pas ce tour. « tours » montre les clés.',
  'draft-lacks': () => 'Il manque encore quelque chose à ce tour : « reprendre le brouillon » le demande.',
  'axis-without-prompt': ({ axis }) => `L’axe ${axis} n’a pas encore de question : « changer questions ».`,
  'doubt-settled': () => 'Quelqu’un vient de régler ce point. « suivant » montre celui d’après.',
  'doubt-author-unreachable': () =>
    'Je ne peux pas écrire à cette personne : rien n’est envoyé, le point reste là. « classer : raison » le retire de la liste.',
  'late-needs-a-decision': () =>
    'Une proposition hors délai attend une décision : « accepter » ou « écarter ».',
  'doubt-without-words': () =>
    'Je n’ai plus de mots à en tirer : effacés, ou sans texte. « classer » le retire de la liste.',
  'doubt-already-proposals': () =>
    'Ce message a déjà donné des propositions : « propositions » les montre. « classer » retire ce point.',
  'round-not-closed': ({ round }) => `« ${round} » n’est pas clos.`,
  'round-over': ({ round }) =>
    `« ${round} » est allé à son terme : il ne se rouvre pas. Un nouveau tour, peut-être : « ouvrir ».`,
  'reopen-too-late': ({ round }) =>
    `« ${round} » est clos depuis plus d’un jour : il ne se rouvre que le jour même. Les réponses tardives restent possibles, « accepter P-0042 ».`,
  'round-form-not-yet': ({ round, form }) =>
    `« ${round} » est un tour de forme « ${form} » : je sais seulement ouvrir les tours écrits pour l’instant.`,
  'round-already-opened': ({ round }) => `« ${round} » a déjà été ouvert.`,
  'round-without-prompts': ({ round }) => `« ${round} » n’a pas de question : ajoutez-en avant de l’ouvrir.`,
  'close-in-the-past': () =>
    'La date de clôture est déjà passée : donnez-en une à venir, par exemple « ouvrir plan-actions jusqu’au 2026-12-20 ».',
  'nobody-to-invite': ({ round }) =>
    `Personne à inviter pour « ${round} » : importez d’abord les partenaires.`,
  'round-not-open': ({ round }) => `« ${round} » n’est pas ouvert.`,
  'early-close-needs-reason': ({ round }) =>
    `« ${round} » n’est pas encore à son terme : pourquoi le clore maintenant ? Votre raison sera gardée ; « annuler » pour ne rien faire.`,
  'no-synthesis': () =>
    'Il n’y a pas encore de synthèse. « synthèse » en prépare une ; si vous venez de la demander, elle arrive.',
  'synthesis-signed': () =>
    'Cette synthèse est signée : elle ne change plus. « synthèse » en prépare une nouvelle.',
  'no-proposals': () => 'Il n’y a encore aucune proposition à réunir dans une synthèse.',
  'disagreement-unsigned': ({ axes, count }) =>
    `Aucun désaccord relevé sur ${Number(count) > 1 ? 'les axes' : 'l’axe'} ${axes} : quelqu’un doit le confirmer, par « sans désaccord ${axes} ».`,
  'axis-unknown': () => 'La synthèse n’a pas cet axe. « montrer synthèse » les donne.',
  'theme-unknown': () =>
    'Je ne trouve pas de thème de ce nom. « montrer synthèse » donne les titres, et les numéros, comme « thème 2.1 ».',
  'theme-on-lines': ({ lines }) =>
    `Plusieurs lignes portent ce nom : ${lines}. Laquelle ? Par exemple « décider thème ${String(lines).split(',')[0]} … ».`,
  'line-unknown': ({ line, lines }) =>
    lines
      ? `Je ne trouve pas cette ligne. Il n’y a pas de ${line} ; il y a ${lines}. « montrer synthèse » les donne en entier.`
      : 'Je ne trouve pas cette ligne : la synthèse n’en a pas encore. « ajouter axe 1 : texte (P-0042) » en écrit une.',
  'line-elsewhere': ({ line, beside }) =>
    line === beside
      ? `${line} est déjà là. Par exemple : « placer ${line} avant » et le numéro d’une autre ligne de son axe.`
      : `${line} et ${beside} ne sont pas dans la même partie : une ligne se déplace parmi celles de son axe, accords d’un côté, désaccords de l’autre.`,
  'order-incomplete': ({ axis, count }) =>
    `Pour changer l’ordre de l’axe ${axis}, citez ses ${count} lignes, chacune une fois.`,
  'line-without-proposal': () =>
    'Une ligne doit citer au moins une proposition : ajoutez ses références entre parenthèses, par exemple (P-0042).',
  'proposal-unknown': ({ ref }) => `${ref} n’est pas dans cette synthèse.`,
  'proposal-would-vanish': ({ ref, line }) =>
    `La ligne ${line} est la seule à citer ${ref} : reformulez-la plutôt, ou citez ${ref} ailleurs d’abord.`,
  'objection-would-vanish': ({ ref, line }) =>
    `La ligne ${line} porte l’objection ${ref} : une objection ne disparaît pas de la synthèse. Reformulez-la plutôt.`,
  'disagreement-exists': ({ axis }) =>
    `L’axe ${axis} a des désaccords : on ne peut pas signer qu’il n’y en a pas.`,
  'no-theme-figures': () =>
    'Aucun thème n’est porté par assez de personnes pour qu’un graphique en dise quelque chose. Les thèmes sont dans « document synthèse ».',
  'synthesis-unsigned': () => 'Cette synthèse n’est pas encore signée. « signer » d’abord.',
  'unknown-proposal': ({ proposal }) => `Je ne trouve pas ${proposal}. « propositions » les montre.`,
  'late-not-accepted': ({ proposal }) =>
    `${proposal} est hors délai et n’a pas été acceptée : « accepter ${proposal} » d’abord.`,
  'not-late': ({ proposal }) => `${proposal} est arrivée dans les temps : rien à trancher.`,
  'words-not-shown': ({ proposal }) =>
    `Les mots de ${proposal} ne peuvent pas être montrés à d’autres (règle de la consultation, ou choix de son auteur·rice).`,
  'author-unreachable': ({ proposal }) => `Je ne peux pas écrire à l’auteur·rice de ${proposal}.`,
  'synthesis-outdated': ({ proposals }) =>
    `Retirées, réunies ou écartées depuis le brouillon, et encore citées : ${proposals}. « synthèse » en prépare un nouveau.`,
  'synthesis-behind': ({ proposals }) =>
    `Absentes de la synthèse signée : ${proposals}. « synthèse » en prépare une nouvelle, à signer avant la restitution.`,
  'body-not-on-path': ({ body }) => `L’instance « ${body} » ne se prononce pas sur cette réponse.`,
  'body-before-missing': ({ proposal, body }) =>
    `${proposal} : l’instance « ${body} » doit d’abord se prononcer.`,
  'already-decided-by': ({ proposal, body }) => `${proposal} : l’instance « ${body} » s’est déjà prononcée.`,
  'reason-missing': () => 'Une réponse a besoin d’un motif : « décider P-0042 retenue : votre motif ».',
  'no-such-status': ({ statuses }) => `Je ne connais pas cette réponse. Au choix : ${statuses}.`,
  'no-such-body': ({ bodies }) => `Je ne connais pas cette instance. Au choix : ${bodies}.`,
  'nothing-to-ratify': () => 'Aucune réponse n’attend cette instance.',
  'answers-missing': ({ undecided, awaiting, body }) =>
    `Toutes les réponses ne sont pas là.${undecided ? ` Sans réponse : ${undecided} (« décider le reste à étudier : motif », ou une par une).` : ''}${awaiting ? ` En attente d’une instance : ${awaiting}. Quand elle s’est prononcée : « entériner ${body || 'INSTANCE'} », avec la date si ce n’est pas aujourd’hui.` : ''}`,
  'restitution-sent': () => 'La restitution a déjà été envoyée ; rien n’est parti deux fois.',
  'extension-shortens': ({ round }) =>
    `Ce serait plus court : « ${round} » ne peut que s’allonger. Pour finir plus tôt : « clore ${round} : votre raison ».`,
  'extension-changes-nothing': ({ round }) => `« ${round} » va déjà jusque-là.`,
  'which-round': ({ rounds }) => `Plusieurs tours sont ouverts : dites lequel (${rounds}).`,
  'nothing-open': () => 'Aucun tour n’est ouvert. « tours » montre ceux qui sont prêts.',
  'nobody-to-remind': ({ round, enough }) =>
    `Personne à relancer pour « ${round} »${Number(enough) > 0 ? ` : les ${enough} personnes encore silencieuses l’ont déjà été autant que permis` : ''}.`,
  'college-not-invited': ({ college, round }) =>
    `« ${round} » ne s’adresse pas au collège « ${college} » : personne n’a été invité.`,
  'no-page': () => 'Je n’ai pas de page ici, où mène un lien par e-mail : donnez « plateforme:identifiant ».',
  'no-such-email': () => 'Je ne reconnais pas cette adresse e-mail : rien n’a changé.',
  'no-such-platform': ({ platform, platforms }) => `Je ne suis pas sur « ${platform} ». Ici : ${platforms}.`,
  'address-taken': () => 'Cet identifiant est déjà celui de quelqu’un d’autre : rien n’a changé.',
  'account-known': () =>
    'Cette personne écrit déjà ici depuis un autre compte : je n’ai rien changé. Qui êtes-vous, et pour quelle structure ? L’équipe vous répondra.',
  'person-stopped': () => 'Cette personne a demandé à ne plus recevoir de message : je ne lui écris pas.',
  'nothing-provisional': () => 'Rien n’est provisoire parmi vos propositions : rien à valider.',
  'several-places': ({ count }) =>
    `${count} places portent ce nom : précisez la structure, par exemple « remplacer Prénom Nom, Organisation par … ».`,
  'replaced-by-themselves': () => 'Cette personne parle déjà pour cette structure : rien n’a changé.',
  'not-replaced': () => 'Je ne trouve pas de remplacement de cette personne à annuler.',
  'already-invited': ({ round }) => `Cette personne est déjà invitée à « ${round} ».`,
  'no-such-partner': () => 'Je ne connais personne de ce nom ici : écrivez-le comme dans la liste.',
  'several-of-that-name': ({ count }) =>
    `${count} personnes portent ce nom : précisez, par exemple « pour Prénom Nom, Organisation : texte ».`,
  'partner-not-invited': () => 'Cette personne n’est invitée à aucun tour : « ajouter » d’abord.',
  moderated: ({ proposal }) =>
    `${proposal} n’est pas publiée, sur décision de l’équipe : elle ne se change plus ici. Pour lui répondre : « contester ${proposal} : votre réponse ».`,
  'already-moderated': ({ proposal }) =>
    `${proposal} n’est déjà plus publiée. « publier ${proposal} : raison » la rend.`,
  'not-moderated': ({ proposal }) => `${proposal} n’a pas été modérée.`,
  'moderation-needs-reason': ({ proposal }) =>
    `Il faut une raison : son auteur·rice la lira, et le journal aussi. « modérer ${proposal} : votre raison » ou « publier ${proposal} : votre raison ».`,
  'no-such-college': ({ colleges }) => `Je ne connais pas ce collège. Les collèges : ${colleges}.`,
  'nothing-opened': () => 'Aucun tour n’a encore été ouvert. « tours » montre ceux qui sont prêts.',
  'support-own': ({ proposal }) =>
    `${proposal} est déjà la vôtre : elle compte, sans qu’il faille la soutenir.`,
  'not-shown-to-you': ({ proposal }) =>
    `Je n’ai pas de ${proposal} à vous montrer : elle n’existe pas, ou son auteur·rice la garde pour l’équipe.`,
  'already-supported': ({ proposal }) => `Vous soutenez déjà ${proposal}.`,
  'support-closed': ({ proposal }) => `Le tour est clos : les soutiens à ${proposal} ne s’ajoutent plus.`,
  'not-supported': ({ proposal }) => `Vous ne souteniez pas ${proposal}.`,
  'support-by-joining': ({ proposal, mine }) =>
    `Vous soutenez ${proposal} parce que ${mine} y est réunie. Pour la reprendre à part : « séparer ${mine} ».`,
  'not-merged': ({ proposal }) => `${proposal} n’est réunie à aucune autre.`,
  'kept-apart': ({ proposal, other }) =>
    `Son auteur·rice a choisi de garder ${proposal} à part de ${other} : je ne le lui redemande pas.`,
  'review-too-late': ({ round }) =>
    `« ${round} » : les réponses sont déjà parties, il est trop tard pour demander si l’on avait bien compris.`,
  'nobody-to-review': ({ round }) => `« ${round} » : personne n’a de proposition à relire.`,
  'round-still-open': ({ round }) => `« ${round} » est encore ouvert : il faut d’abord le clore.`,
  'exception-elsewhere': ({ proposal }) => `${proposal} n’est pas parmi elles : rien à en excepter.`,
  'nothing-to-decide': () => 'Rien à décider là : tout a déjà sa réponse. « dette » montre ce qui reste.',
  'not-decided-yet': ({ proposal }) =>
    `${proposal} n’a pas encore de réponse : « décider ${proposal} retenue : motif ».`,
  'nothing-to-dispute': () =>
    'Je ne trouve pas de réponse à contester parmi celles que vous avez reçues. « mes propositions » montre les vôtres.',
  'dispute-settled': ({ number }) =>
    `Votre contestation (n° ${number}) a eu sa réponse, maintenue après relecture. L’équipe lira tout de même ce que vous ajoutez.`,
  'dispute-answered': ({ number }) => `La contestation ${number} a déjà sa réponse.`,
  'dispute-own-decision': () =>
    'Vous avez pris part à cette décision : une contestation est relue par quelqu’un d’autre.',
  'dispute-reason-missing': ({ number }) =>
    `La personne attend un motif : « répondre contestation ${number} : maintenue : motif ».`,
  'no-such-dispute': ({ number }) =>
    `Je ne trouve pas de contestation ${number}. « contestations » les montre.`,
  'line-without-title': ({ line }) =>
    `${line} n’a pas de titre : seules les lignes qui réunissent plusieurs propositions en ont un.`,
  'no-titles-to-accept': () => 'Aucun titre proposé par la machine n’attend.',
  'words-still-coming': ({ rounds }) => `Encore ouvert : ${rounds}. « signer quand même » signe malgré cela.`,
  'titles-unaccepted': ({ titles }) =>
    `Titres proposés par la machine, que personne n’a encore regardés : ${titles}. Reprenez-les (« titrer 1.2 : texte ») ou gardez-les (« accepter titres »), puis « signer ».`,
  'read-by-nobody-else': () =>
    'Ici, qui signe ne peut pas être seul·e à avoir relu : « relire Prénom » demande une relecture à un·e collègue, puis « signer ».',
  'no-such-colleague': ({ colleagues }) => `Je ne trouve pas cette personne dans l’équipe : ${colleagues}.`,
  'proofread-by-another': () => 'Une relecture se demande à quelqu’un d’autre.',
  'not-a-workshop': ({ round }) =>
    `« ${round} » n’est pas un atelier, ou n’a pas de déroulé. « tours » montre les clés.`,
  'round-is-workshop': ({ round }) =>
    `« ${round} » est un atelier : il se tient en direct. « atelier ${round} » l’ouvre, ici ou dans son salon.`,
  'no-such-guest': () =>
    'Je ne trouve pas cette personne parmi celles qui ne sont pas inscrites : « doutes » les montre.',
  'no-workshop': () => 'Aucun atelier ne se tient en ce moment.',
  'workshop-not-started': () => 'L’atelier n’a pas commencé : « atelier début ».',
  'workshop-running': () => 'L’atelier est déjà en cours. « atelier suite » passe à la séquence suivante.',
  'workshop-paused': () => 'L’atelier est en pause : « atelier reprise ».',
  'workshop-ended': () => 'L’atelier est terminé. « atelier retour » rouvre sa dernière séquence.',
  'workshop-not-ended': () => 'L’atelier n’est pas terminé : « atelier fin » d’abord.',
  'workshop-first': () => 'C’est la première séquence : il n’y en a pas avant.',
  'workshop-just-moved': () =>
    'L’atelier vient de passer à la séquence suivante, à l’instant. Redites-le dans un moment si vous en voulez une autre.',
  'workshop-minutes': ({ most }) => `Dites combien de minutes, de 1 à ${most} : « atelier +10 ».`,
  'no-such-group': ({ group }) => `Je ne trouve pas ${group ?? 'ce groupe'}. « atelier groupes » les montre.`,
  'already-in-group': () => 'Cette idée est déjà dans ce groupe.',
  'not-in-a-group': ({ proposal }) => `${proposal} n’est dans aucun groupe.`,
  'not-of-workshop': ({ proposal }) =>
    `${proposal} n’a pas été dite dans cet atelier, ou n’est plus en cours.`,
  'merge-group-with-itself': ({ group }) => `${group} ne peut pas être réuni à lui-même.`,
  'grouped-already': () => 'Les groupes sont déjà faits.',
  'too-many-dots': ({ most, asked, placed }) =>
    `Cela ferait ${asked} points, vous en avez ${most} ; rien ne change, vous en avez placé ${placed}. « mes points » les montre, « retirer mes points » les reprend.`,
  'dots-closed': () => 'On ne place pas de points en ce moment.',
  'no-such-note': ({ number, notes }) =>
    notes === 0
      ? 'Le compte rendu n’a pas encore de note.'
      : `Le compte rendu n’a pas de note ${number} : elles vont de 1 à ${notes}.`,
  'minutes-signed': () => 'Le compte rendu est signé : il ne change plus.',
  'no-such-theme': ({ theme }) => `Je ne trouve pas ${theme}. « thèmes » les montre.`,
  'merge-theme-with-itself': ({ theme }) => `${theme} ne peut pas être réuni à lui-même.`,
  'themes-apart': ({ theme, other }) => `${theme} et ${other} ne sont pas du même axe : ils restent séparés.`,
  'not-of-that-axis': ({ theme }) =>
    `${theme} est d’un autre axe. « reclasser P-0042 axe 3 » change l’axe d’abord.`,
  'already-in-theme': ({ theme }) => `L’équipe l’a déjà rangée dans ${theme}.`,
  'not-in-theme': ({ theme }) => `Toutes ne sont pas dans ${theme} : « ${theme} » montre ce qu’il réunit.`,
  'in-no-theme': ({ proposal }) =>
    `${proposal} n’est dans aucun thème : « ${proposal} dans T2 », ou « ${proposal} nouveau thème ».`,
  'no-theme-change': () => 'Personne n’a rien changé aux thèmes : il n’y a rien à annuler.',
  'nothing-to-undo': () => 'Il n’y a rien à annuler dans ce brouillon.',
  'no-plan': () => 'Il n’y a pas encore de plan : « npx tour plan import FICHIER » en fait un d’un tableau.',
  'no-such-plan': ({ version, last }) =>
    `Il n’y a pas de version ${version} du plan : la dernière est la ${last}.`,
  'no-such-prompt': ({ prompt, prompts }) =>
    `Il n’y a pas de question ${prompt} : elles vont de 1 à ${prompts}. « aperçu » les montre.`,
  'prompt-language': ({ lang, languages }) =>
    `Cette consultation ne se lit pas en « ${lang} » : ${languages}.`,
  'no-validation': () =>
    'Aucune validation n’a été ouverte. « préparer la validation des objectifs » en prépare une, « tours » montre les tours.',
  'synthesis-not-signed': () =>
    'La synthèse n’est pas signée : « signer » d’abord, puis « préparer la validation de la synthèse ».',
  'too-many-prompts': ({ most }) =>
    `${most} questions au plus, pour que les personnes aillent au bout. « retirer question 2 » fait de la place.`,
  'prompt-of-which-axis': ({ axes }) =>
    `Ce tour porte sur des axes (${axes}) : dites lequel, par exemple « ajouter question axe ${String(axes).split(',')[0]} : texte ».`,
  'round-without-axes': () =>
    'Ce tour est sans axes : « ajouter question : texte », ou « ajouter question action CLÉ : texte » pour une action du plan.',
  'no-such-action': ({ action }) => `Le plan n’a pas d’action « ${action} ». « plan » les montre.`,
  'no-indicators': () =>
    'Aucune action du plan n’a d’indicateur : ils s’ajoutent dans le dossier de la consultation, ou dans le tableau qu’on importe.',
  'no-such-measured-action': ({ action, actions }) =>
    `« ${action} » n’est pas une action qui a des indicateurs. Il y a : ${actions}.`,
  'which-indicator': ({ action, indicators }) =>
    `L’action « ${action} » a plusieurs indicateurs, dites lequel : ${indicators}.`,
  'no-such-indicator': ({ action, indicator, indicators }) =>
    `L’action « ${action} » n’a pas d’indicateur « ${indicator} ». Il y a : ${indicators}.`,
  'no-such-phase': ({ phases }) => `Je ne connais pas cette phase. Les phases : ${phases}.`,
  'phase-to-come': ({ phase }) => `La phase « ${phase} » n’a pas encore commencé.`,
  'phase-closed': ({ phase }) =>
    `La phase « ${phase} » est close. « rouvrir phase ${phase} » revient dessus.`,
  'phase-not-closed': ({ phase }) => `La phase « ${phase} » n’est pas close.`,
  'phase-held': ({ answers, adjustments, disputes }) =>
    `Des réponses sont encore dues (contributions : ${answers} ; ajustements : ${adjustments} ; contestations en retard : ${disputes}). « dette » les montre.`,
  'no-report': () => 'Il n’y a pas encore de bilan : « préparer le bilan 2016 » en rédige un.',
  'report-year-to-come': ({ year }) => `L’année ${year} n’a pas commencé.`,
  'report-unsigned': ({ number }) => `Le bilan n° ${number} n’est pas signé : « bilan signer » d’abord.`,
  'report-published': ({ number }) =>
    `Le bilan n° ${number} est déjà publié. « préparer le bilan 2016 » en rédige un autre.`,
  'report-held': ({ answers, adjustments, disputes }) =>
    `Des réponses sont encore dues (contributions : ${answers} ; ajustements : ${adjustments} ; contestations en retard : ${disputes}). « dette » les montre.`,
  'nothing-to-rate': () => 'Il est encore tôt : je vous le demanderai avec la réponse à vos propositions.',
  'no-measure': () => 'Il n’y a pas de mesure à annuler. « indicateurs » montre où ils en sont.',
  'not-measured': ({ action }) =>
    `L’action « ${action} » n’est pas encore mesurée : « mesure ${action} 12 » d’abord.`,
  'progress-told': ({ action }) =>
    `C’est déjà annoncé : notez une nouvelle mesure (« mesure ${action} 12 ») avant de l’annoncer.`,
  'progress-changed': ({ action }) =>
    `Une mesure ou les destinataires ont changé entre-temps : rien n’est envoyé. « annoncer l’avancement ${action} » montre ce qui vaut maintenant.`,
  'nobody-fed': ({ action }) =>
    `Aucun ajustement adopté de l’action « ${action} » ne cite de proposition : il n’y a personne à prévenir.`,
  'nobody-reached': ({ action }) =>
    `Personne parmi celles et ceux qui ont nourri l’action « ${action} » ne peut être joint ici.`,
  'plan-alone': () => 'Il n’y a qu’une version du plan : rien à comparer.',
  'plan-unchanged': ({ version }) =>
    `Ce tableau dit la même chose que la version ${version} du plan : rien n’est ajouté.`,
  'plan-table-faulty': () => 'Ce tableau ne peut pas être lu en entier : rien n’est ajouté.',
  'no-such-adjustment': ({ adjustment }) => `Je ne trouve pas ${adjustment}. « ajustements » les montre.`,
  'adjustment-withdrawn': ({ adjustment }) => `${adjustment} a été retiré.`,
  'adjustment-applied': ({ adjustment, version }) =>
    `${adjustment} est dans la version ${version} du plan, adoptée : il ne change plus.`,
  'adjustment-untitled': () => 'Une action nouvelle a un titre : écrivez-le sur la première ligne.',
  'adjustment-empty': () => 'Écrivez ce qui change : un texte, ou une ligne comme « budget : 110 k€ ».',
  'adjustment-cites-nothing': ({ adjustment }) =>
    `${adjustment} ne cite aucune proposition : « citer ${adjustment} : P-0042 » d’abord.`,
  'not-cited': ({ proposal, adjustment }) => `${adjustment} ne cite pas ${proposal}.`,
  'action-dropped': ({ action }) => `L’action « ${action} » est abandonnée : elle ne s’ajuste plus.`,
  'not-the-last-body': ({ last }) => `Le plan est adopté par la dernière instance : « ${last} ».`,
  'nothing-to-adopt': () =>
    'Aucun ajustement n’est prêt à être adopté : il faut que chaque instance se soit prononcée avant. « ajustements » dit où ils en sont.',
  'adjustments-clash': ({ one, other }) =>
    `${one} et ${other} changent la même chose : retirez l’un, ou laissez-le de côté avec « sauf ${other} ».`,
  'plan-adjusted': ({ adjustments }) =>
    `Ce tableau n’a plus les actions que changent ${adjustments} : retirez ces ajustements d’abord, ou remettez les actions.`,
  'body-without-session': ({ body }) =>
    `« ${body} » ne tient pas de séance ici : sa parole est enregistrée par « décider … par ${body} » ou « entériner ${body} AAAA-MM-JJ ».`,
  'session-in-the-past': () => 'Cette date est passée : une séance laisse du temps à ses membres.',
  'session-running': ({ session }) => `La séance n° ${session} est en cours : « séance » dit où elle en est.`,
  'no-members': () =>
    'Personne ne siège encore : « npx tour people add NOM --role committee », ou la colonne « groupe du Comité » du fichier des partenaires.',
  'nothing-awaits': ({ body }) =>
    `Rien n’attend « ${body} » : l’équipe se prononce d’abord (« décider A-3 retenue : motif »).`,
  'session-closed': ({ session }) => `La séance n° ${session} est close.`,
  'not-a-member': ({ session }) => `La séance n° ${session} est réservée à ses membres.`,
  'proxy-to-oneself': () => 'Votre voix est déjà la vôtre.',
  'proxy-not-a-member': () => 'Cette personne ne siège pas à cette séance.',
  'no-proxies': () => 'Le Comité ne prévoit pas de pouvoirs : chacun·e répond en son nom.',
  'proxy-gave-theirs': () => 'Cette personne a elle-même confié sa voix : choisissez quelqu’un d’autre.',
  'proxy-holds-one': () => 'Vous portez la voix de quelqu’un : vous ne pouvez pas confier la vôtre.',
  'proxy-holds-enough': ({ most }) =>
    `Cette personne porte déjà ${most === 1 ? 'un pouvoir' : `${most} pouvoirs`}, le plus que le Comité prévoit.`,
  'no-proxy-given': () => 'Vous n’avez confié votre voix à personne.',
  'no-session': () => 'Aucune séance n’est en cours.',
  'no-such-session': ({ session }) =>
    session === undefined
      ? 'Aucune séance n’est close : pas encore de procès-verbal.'
      : `Il n’y a pas de séance n° ${session} close.`,
  'not-in-session': ({ subject, session }) =>
    `${subject} n’est pas à l’ordre du jour de la séance n° ${session}.`,
  'no-answers-in-session': ({ session }) => `La séance n° ${session} ne porte sur aucune réponse.`,
  'nothing-left-to-say': () =>
    'Vous avez déjà répondu à tout : « séance » le montre, « d’accord A-3 » ou « objection A-3 : motif » change une réponse.',
  'objection-needs-reason': () => 'Une objection vaut par son motif : « objection A-3 : ce qui ne va pas ».',
  'override-needs-reason': () =>
    'Dites pourquoi : « passer outre A-3 : motif ». Le motif va au procès-verbal.',
  'nothing-to-override': () => 'Aucune objection n’y tient : rien à écarter.',
  'adjustment-in-session': ({ adjustment }) =>
    `${adjustment} est devant le Comité : « intégrer ${adjustment} : texte » le reformule et repose la question à ses membres.`,
  'plan-not-adopted': () =>
    'Aucune version du plan n’a été adoptée, ou pas celle-là : l’annexe s’écrit de ce qu’une instance a décidé.',
};

/** A refusal in words. Throws on a code nobody wrote a sentence for: a bug. */
export function refusals(refused: Refusal): string {
  const saying = Object.hasOwn(SAYINGS, refused.code) ? SAYINGS[refused.code] : undefined;
  if (!saying) throw new Error(`no sentence for the refusal ${refused.code}`);
  return saying(refused.details);
}
