/** Modals: opened within the three seconds in which Slack's word for it holds. */
import type { Asker, Surfaces } from '../../src/chat/surface.ts';
import { modalOf } from './outbound/modal.ts';
import type { Workspaces } from './web/workspaces.ts';

export interface Views {
  /** False when nothing was opened: what the button says is then said in its place. */
  openForm(asker: Asker, name: string, trigger: string): Promise<boolean>;
}

export function createViews(parts: {
  readonly workspaces: Workspaces;
  readonly surfaces: Surfaces;
  readonly report: (error: unknown) => void;
}): Views {
  return {
    async openForm(asker, name, trigger) {
      try {
        const form = await parts.surfaces.form(asker, name);
        if (form === null) return false;
        const { ask } = await parts.workspaces.callsIn(asker.workspace);
        await ask('views.open', null, (client) =>
          client.views.open({ trigger_id: trigger, view: modalOf(form) as never }),
        );
        return true;
      } catch (error) {
        parts.report(error);
        return false;
      }
    },
  };
}
