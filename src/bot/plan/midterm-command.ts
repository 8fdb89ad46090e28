/** "préparer le mi-parcours". */
import { bare } from '../understand.ts';

const LONGEST = 60;
const ASKED =
  /^(?:(?:re)?preparer|prepare|ouvrir|lancer|open|launch|start) (?:(?:le|la|un|une|the|a) )?(?:(?:tour|revue|bilan) (?:(?:de|a) )?)?(?:mi[- \u2010-\u2013]?parcours|mid[- \u2010-\u2013]?term)(?: (?:round|review))?(?: (?:du plan|of the plan))?$/u;

export const asksMidterm = (text: string): boolean => text.length <= LONGEST && ASKED.test(bare(text));
