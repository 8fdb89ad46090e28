import es from 'natural/lib/natural/util/stopwords_es.js';
import it from 'natural/lib/natural/util/stopwords_it.js';
import nl from 'natural/lib/natural/util/stopwords_nl.js';
import pl from 'natural/lib/natural/util/stopwords_pl.js';
import pt from 'natural/lib/natural/util/stopwords_pt.js';
import type { Lang } from '../core/consultation/model.ts';
import { fold } from './tokens.ts';

const FR = `
à a ai aie aient ait alors après as au aucun aucune aujourd'hui aura aurait auront aussi autre autres aux avait avec
avez avoir avons ayant ayez beaucoup bien bon bonne c ca ça car ce ceci cela celle celles celui ces cet cette ceux
chacun chacune chaque chez ci comme comment c'est d dans davantage de déjà depuis des désormais dès doit doivent donc
dont du elle elles en encore enfin ensuite entre es est et étaient était étant etc été être eu eux fait faire faite
faites faut faudra faudrait font hors hui ici il ils j je jusqu jusque l la là le les leur leurs lorsqu lorsque lui m
ma mais me même mêmes mes mettre mieux moi moins mon n ne ni nos notre nous non on ont or ou où oui par parce parfois
pas pendant peu peut peuvent peux plus plusieurs plutôt pour pourquoi pourra pourrait pourrions pouvoir puis puisque
qqch qqn qu quand que quel quelle quelles quelqu quelque quelques quels qui quoi rien s sa sans sera serait seront ses
seulement si sinon soi soient sois soit sommes son sont sous souvent suis sur surtout t ta tant te tel telle tels
telles tes toi ton toujours tous tout toute toutes très trop tu un une va vais vers voici voilà vont vos votre vous vrai
vraiment y ya étaient déjà cad svp stp merci bonjour bonsoir salut cordialement`;

const EN = `
a about above after again all also am an and any are as at be because been before being below between both but by came
can cannot come could d did do does doing during each either else ever every few for from further get gets give got had
has have having he her here hers him his how however i if in into is it its itself just let like ll m many may me might
more most much must my need needs neither no nor not now of off often on once one only or other our ours out over own
per please quite rather re really s said same shall she should since so some still such t than that the their theirs
them then there these they this those through to too under until up us ve very via was we well were what when where
which while who whom whose why will with within without would yes yet you your yours hello hi thanks thank`;

const DE = `
aber alle allem allen aller alles als also am an andere anderen auch auf aus bei bin bis bist da damit dann das dass dein dem
den der des dich die dies diese diesem diesen dieser doch dort du durch ein eine einem einen einer eines er es etwas euch
euer für gegen habe haben hat hatte hier ich ihm ihn ihnen ihr ihre im in ist ja jede jeder jedes jetzt kann kein keine
können könnte man mehr mein mich mir mit muss nach nicht nichts noch nun nur ob oder ohne sehr sein seine sich sie sind so
soll sollte sollten über um und uns unser unter viel vom von vor war waren was weil wenn wer werden wie wieder will wir wird
wo zu zum zur`;

const NONE: ReadonlySet<string> = new Set();
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u).map(fold));
const BY_LANG = new Map<Lang, ReadonlySet<string>>([
  ['fr', list(FR)],
  ['en', list(EN)],
  ['de', list(DE)],
  ...Object.entries({ es, it, nl, pl, pt }).map(
    ([lang, { words }]) => [lang, list(words.join(' '))] as const,
  ),
]);

/** Words of a language that say nothing of a subject, without accents; empty for a language not known here. */
export const stopWords = (lang: Lang): ReadonlySet<string> => BY_LANG.get(lang.slice(0, 2)) ?? NONE;
