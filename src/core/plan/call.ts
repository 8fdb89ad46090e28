/** Whether an action is a call to which projects are sent: it says so, in whatever language. */
import type { PlanAction } from './model.ts';

const CALL =
  /\bappels? (?:à|a) (?:projets?|initiatives?|manifestations?)\b|\bcalls? for (?:projects|proposals|initiatives)\b/iu;

export const callsForProjects = ({ label, description }: PlanAction<string>): boolean =>
  CALL.test(label) || CALL.test(description ?? '');
