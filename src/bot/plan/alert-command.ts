/** "alertes". */
import { bare } from '../understand.ts';

const LONGEST = 60;
const ASKED =
  /^(?:(?:voir |montrer |show )?(?:les |the )?(?:alertes?|alerts?)(?: du plan| of the plan)?|(?:qu'est-ce qui|ce qui) (?:derape|est en retard)|what is (?:off track|late))$/u;

export const asksAlerts = (text: string): boolean => text.length <= LONGEST && ASKED.test(bare(text));
