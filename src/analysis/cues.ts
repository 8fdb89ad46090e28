import type { Kind, Lang } from '../core/consultation/model.ts';
import { createPhrases, type Phrases } from './phrases.ts';

/** Turns of phrase that tell what kind of thing is said. Accents and case don't count. */
const FR: Readonly<Record<Kind, string>> = {
  objection: `
je suis contre|nous sommes contre|on est contre|suis plutôt contre|sommes plutôt contre|suis totalement contre|suis opposé
suis opposée|sommes opposés|sommes opposées|est opposé|est opposée|je m'oppose|nous nous opposons|on s'oppose|opposition à
pas d'accord|en désaccord|désaccord avec|désaccord sur|je refuse|nous refusons|on refuse|hors de question|inacceptable|mauvaise idée
fausse bonne idée|n'est pas une bonne idée|c'est non|non à|non au|non aux|objection|il ne faut surtout pas
surtout pas de|ne faut pas créer|ne faut pas ajouter|ne faut pas imposer|pas question de|contre l'idée|contre cette
contre ce projet|contre la création|réservé sur|réservée sur|réserves sur|pas favorable|pas favorables|n'y crois pas|n'y croyons pas
suis défavorable|est défavorable|sommes défavorable|sommes défavorables|sont défavorables|avis défavorable|défavorable à|défavorable au|défavorables à|défavorables au|défavorables aux
n'y croit pas|ne crois pas à|vois pas l'intérêt|voyons pas l'intérêt|voit pas l'intérêt|couche de plus|usine à gaz|ça ne sert à rien|cela ne sert à rien`,
  question: `
pourquoi|comment|qu'est-ce que|est-ce que|c'est quoi|quel est|quelle est|quels sont|quelles sont|qui peut|y a-t-il
peut-on savoir|je me demande|nous nous demandons|que devient|qu'en est-il|quid de`,
  need: `
besoin|besoins|manque|manquent|manquons|manque de|il nous faut|il nous faudrait|il me faut|nous cherchons|on cherche
cherchons|recherchons|plus personne|pas assez|pas de quoi|pas les moyens|difficile de|difficultés à|du mal à|nécessaire
ya plus|il n'y a plus|il n'y a pas|n'avons pas|n'avons plus|on n'a pas|on n'a plus|on a pas|nous aiderait
on attend|nous attendons|en attendant|urgent|on galère`,
  project: `
notre projet|nos projets|nous montons|on monte|nous portons|on porte|nous préparons|on prépare|nous lançons|on lance
nous ouvrons|on ouvre|nous allons ouvrir|on va ouvrir|nous allons lancer|on va lancer|nous allons créer|on va créer
nous avons lancé|nous avons créé|on a lancé|on a créé|nous avons commencé|on a commencé|nous développons|nous travaillons sur|on travaille sur
nous expérimentons|on expérimente|est en projet|nous projetons|on teste|nous testons|nous démarrons|on démarre`,
  change: `
améliorer|renforcer|modifier|simplifier|réviser|adapter|élargir|étendre|prolonger|alléger|revoir|réformer|assouplir
arrêtez de|cessez de|raccourcir|accélérer|augmenter|réduire|diminuer|supprimer|remplacer|changer|maintenir|pérenniser|plutôt que|au lieu de
rendre plus|faciliter|clarifier|harmoniser|arrêter|mieux|plus souvent|plus simple`,
  'new-action': `
créer|créons|mettre en place|mettre en œuvre|lancer|ouvrir|instaurer|organiser|monter|construire|installer|proposer
financer|former|embaucher|recruter|développer|inventer|expérimenter|imaginer|lancement|création|il faut|il faudrait
faudrait|faut|faire|on pourrait|nous pourrions|on devrait|pourquoi ne pas|pourquoi pas|et si|je propose|nous proposons
on propose|je suggère|nous suggérons|je souhaite|nous souhaitons|je voudrais|nous voudrions|on voudrait|j'aimerais
nous aimerions|on aimerait|ce serait bien|serait utile|serait bien|doit|devrait|doivent|devraient|donner|aider|mutualiser
partager|rassembler|prévoir|réserver|nommer|désigner|associer|accompagner|soutenir|encourager|imposer|obliger|interdire|mettre`,
};

const EN: Readonly<Record<Kind, string>> = {
  objection: `
we object|i object|i am against|i'm against|we are against|we're against|i disagree|we disagree|opposed to|bad idea
unacceptable|we refuse|i refuse|do not create|don't create|objection`,
  question: `why|how|what is|what are|who can|is there|are there|when will|which`,
  need: `need|needs|lack|lacks|lacking|missing|we have no|there is no|there are no|not enough|hard to|struggle to|looking for`,
  project: `our project|we are launching|we are opening|we are building|we are preparing|we have started|we are starting`,
  change: `improve|strengthen|simplify|extend|reduce|increase|replace|change|remove|instead of|rather than|better|faster|easier|stop`,
  'new-action': `
create|set up|launch|open|organise|organize|build|fund|train|hire|there should be|we should|you should|should|could|why not
what if|i suggest|we suggest|i propose|we propose|we would like|i would like|it would be good|must|help|support|let's`,
};

/** Few, for now: what a Dutch text is most often read by. */
const NL: Readonly<Record<Kind, string>> = {
  objection: `ik ben tegen|wij zijn tegen|we zijn tegen|niet mee eens|niet eens met|bezwaar|slecht idee|onaanvaardbaar`,
  question: `waarom|hoe|wat is|wie|wanneer|is er|zijn er`,
  need: `nodig|gebrek aan|tekort aan|ontbreekt|ontbreken|er is geen|er zijn geen|te weinig|niet genoeg|missen`,
  project: `ons project|wij beginnen|we beginnen|wij openen|we openen|wij starten|we starten`,
  change: `verbeteren|versterken|vereenvoudigen|uitbreiden|verminderen|vervangen|veranderen|in plaats van|beter|vaker`,
  'new-action': `maken|bouwen|openen|oprichten|organiseren|aanleggen|moet|moeten|zou|zouden|ik stel voor|wij stellen voor|waarom niet`,
};

const cues = (byKind: Readonly<Record<Kind, string>>): Phrases<Kind> =>
  createPhrases(
    (Object.entries(byKind) as [Kind, string][]).flatMap(([kind, lines]) =>
      lines
        .trim()
        .split(/[|\n]/u)
        .map((phrase) => [phrase, kind] as const),
    ),
  );

const BY_LANG = new Map<Lang, Phrases<Kind>>([
  ['fr', cues(FR)],
  ['en', cues(EN)],
  ['nl', cues(NL)],
]);
const NONE = createPhrases<Kind>([]);

/** The turns of phrase known for a language; none for others. */
export const cuesOf = (lang: Lang): Phrases<Kind> => BY_LANG.get(lang.slice(0, 2)) ?? NONE;
