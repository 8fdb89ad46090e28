/** Two workspaces of one chat may give the same user id to two people: neither hears, reads or erases for the other. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { quiet } from './story.ts';

journeys('the same user id in two workspaces', { stories: 1 }, (at) => {
  test('is two people, whatever each of them says', async () => {
    const { platform, content } = at.stage;
    const elsewhere = { workspace: 'second' };
    await at.stage.enrol([
      {
        name: 'Béatrice Autre',
        lang: 'fr',
        addresses: [{ platform: platform.name, workspace: 'second', userId: 'claire-1' }],
        roles: [],
        partner: { organisation: 'Ailleurs', college: content.colleges[0]!.key },
      },
    ]);
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: un hangar à vélos derrière la mairie
      Bot: {a}
    `);
    const hers = platform.texts('claire-1').length;
    const other = async (text: string) => {
      platform.say('claire-1', text, elsewhere);
      await quiet(at.stage);
      return platform.texts('claire-1', elsewhere).at(-1)!;
    };
    expect(await other('mes propositions')).not.toContain('hangar');
    expect(await other('mes données')).not.toContain('Claire');
    await other('oui');
    expect(platform.texts('claire-1', elsewhere).join('\n')).toContain('Béatrice');
    expect(platform.texts('claire-1', elsewhere).join('\n')).not.toMatch(/hangar|Claire/u);
    await other('effacer tout');
    await other('oui');
    expect(platform.texts('claire-1')).toHaveLength(hers);
    await at.story(
      `
      Claire: mes propositions
      Bot: un hangar à vélos
    `,
      told,
    );
  });
});
