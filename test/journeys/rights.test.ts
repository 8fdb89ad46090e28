/** Who may do what: each role and each verb through the one door, and what a partner is told. */
import { expect, test } from 'vitest';
import { type Actor, perform, type Scene, type Unattended } from '../../src/app/perform.ts';
import { type ActorRole, type Office, RIGHTS, type Verb } from '../../src/app/rights.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { journeys } from './harness.ts';

const F = ['facilitator', 'staff'];
const P = ['partner'];
const EVERYBODY = ['facilitator', 'staff', 'committee', 'partner', 'former'];
/** Written out by hand, beside the program's own table: who is in the list may, everybody else may not. */
const MAY: Readonly<Record<Verb, readonly string[]>> = {
  'consultation.load': ['operator'],
  'person.enrol': ['operator'],
  'plan.load': ['operator'],
  'plan.show': F,
  'plan.import': ['staff'],
  'plan.export': ['staff'],
  'person.recognise': ['system'],
  'person.link': EVERYBODY,
  'plan.adopt': ['staff'],
  'adjustment.preview': ['staff'],
  'adjustment.draft': ['staff'],
  'adjustment.edit': ['staff'],
  'adjustment.withdraw': ['staff'],
  'adjustment.show': F,
  'adjustment.decide': ['staff'],
  'process.rate': P,
  'phase.list': F,
  'phase.close': ['staff'],
  'phase.reopen': ['staff'],
  'reaction.list': F,
  'measure.list': F,
  'measure.record': ['staff'],
  'measure.import': ['staff'],
  'measure.take-back': ['staff'],
  'alert.list': F,
  'alert.raise': ['system'],
  'report.draft': ['staff'],
  'report.show': F,
  'report.read': EVERYBODY,
  'report.publish': ['staff'],
  'progress.preview': ['staff'],
  'progress.tell': ['staff'],
  'session.preview': ['staff'],
  'session.convene': ['staff'],
  'session.show': [...F, 'committee'],
  'session.take-position': ['committee'],
  'session.give-proxy': ['committee'],
  'session.integrate': ['staff'],
  'session.override': ['staff'],
  'session.close': ['staff', 'system'],
  'session.cancel': ['staff'],
  'session.export': ['staff'],
  'act.undo': P,
  'workshop.join': P,
  'workshop.object': P,
  'workshop.dot': P,
  'workshop.open': F,
  'workshop.start': F,
  'workshop.pause': F,
  'workshop.resume': F,
  'workshop.extend': F,
  'workshop.move': [...F, 'system'],
  'workshop.end': [...F, 'system'],
  'workshop.watch': F,
  'workshop.group': ['system'],
  'workshop.regroup': F,
  'workshop.write': F,
  'workshop.sign': F,
  'participation.start': P,
  'participation.postpone': P,
  'participation.decline': P,
  'participation.withdraw': P,
  'participation.pass': P,
  'answers.share': P,
  'attribution.choose': P,
  'answer.submit': P,
  'reaction.take': P,
  'answer.edit': P,
  'answer.delete': P,
  'reading.confirm': P,
  'review.answer': P,
  'proposal.revise': P,
  'proposal.withdraw': P,
  'proposal.restore': P,
  'proposal.correct': P,
  'proposal.approve': P,
  'standing.choose': P,
  'proposal.move': P,
  'proposal.erase': P,
  'merge.agree': P,
  'split.agree': P,
  'split.refuse': P,
  'split.rejoin-own': P,
  'table.confirm': P,
  'merge.refuse': P,
  'proposal.endorse': P,
  'proposal.retract': P,
  'proposal.nuance': P,
  'proposal.apart': P,
  'proposal.separate': P,
  'proposal.share': P,
  'dispute.raise': P,
  'review.start': F,
  'review.watch': F,
  'round.open': F,
  'round.draft': F,
  'round.draft-drop': F,
  'round.reopen': F,
  'round.rehearse': F,
  'round.recipients': F,
  'round.close': [...F, 'system'],
  'round.cancel': F,
  'round.extend': F,
  'round.remind': F,
  'round.invite': F,
  'answer.record': F,
  'partner.replace': F,
  'partner.reinstate': F,
  'address.share': F,
  'address.reserve': F,
  'moderation.log': F,
  'events.list': F,
  'deliveries.list': F,
  'proposal.reinstate': F,
  'proposal.moderate': F,
  'proposal.suggest-revision': F,
  'round.watch': F,
  'doubts.list': F,
  'doubt.answer': F,
  'doubt.dismiss': F,
  'doubt.take-up': F,
  'proposals.list': F,
  'proposals.import': F,
  'partners.import': F,
  'partners.list': F,
  'partners.link': F,
  'partners.revoke': F,
  'proposal.retag': F,
  'proposal.settle-late': F,
  'merge.suggest': F,
  'split.suggest': F,
  'split.apply': F,
  'split.rejoin': F,
  'table.record': F,
  'table.withdraw': F,
  'table.rewrite': F,
  'synthesis.show': F,
  'synthesis.read': EVERYBODY,
  'themes.list': F,
  'theme.correct': F,
  'themes.find': F,
  'theme.undo': F,
  'synthesis.compile': ['staff'],
  'synthesis.edit': ['staff'],
  'synthesis.ask-proofreading': ['staff'],
  'synthesis.proofread': F,
  'synthesis.sign': ['staff'],
  'decision.record': ['staff'],
  'digest.read': F,
  'digest.schedule': F,
  'decision.preview': ['staff'],
  'decision.correct': ['staff'],
  'decision.owed': F,
  'dispute.list': ['staff'],
  'dispute.take': ['staff'],
  'dispute.answer': ['staff'],
  'restitution.preview': ['staff'],
  'restitution.send': ['staff'],
  'documents.export': ['staff'],
  'person.export': ['staff'],
  'person.erase': ['staff'],
  'attachment.list': F,
  'attachment.open': F,
  'attachment.settle': F,
  'attachment.keep': EVERYBODY,
  'attachment.open-own': EVERYBODY,
  'attachment.erase': EVERYBODY,
  'language.choose': EVERYBODY,
  'participation.stop': EVERYBODY,
  'data.export': EVERYBODY,
  'data.erase': EVERYBODY,
};
const partnersOwn = (verb: string): boolean => MAY[verb as Verb].includes('partner');
/** `former` is anybody known who is nobody here any more; a stranger whom nobody enrolled cannot even be an actor. */
const ROLES: readonly ActorRole[] = [
  'facilitator',
  'staff',
  'committee',
  'partner',
  'former',
  'operator',
  'system',
];
const VERBS = Object.keys(RIGHTS) as Verb[];

journeys('rights', { stories: 2 }, (at) => {
  const actor = async (role: ActorRole): Promise<Actor | Office> => {
    if (role === 'operator' || role === 'system') return role;
    return at.stage.read(async (tx) => {
      const [partner] = await tx.people.partners(at.stage.consultation.id);
      if (role === 'partner') return { person: { ...partner!.person, roles: [] }, partners: [partner!] };
      const roles = role === 'former' ? [] : [role];
      return { person: { ...partner!.person, roles }, partners: [] };
    });
  };

  test.each(ROLES)('%s: each verb is done and recorded, or refused and not', async (role) => {
    const who = await actor(role);
    const { consultation, bot } = at.stage;
    const done = await at.stage.read(async (tx) => {
      const results: string[] = [];
      for (const verb of VERBS) {
        const scene = { tx, consultation, actor: who, now: 1, ids: bot.ids } as Scene | Unattended;
        const subjectId = bot.ids.next();
        const result = await perform(scene, { verb, subjectType: 'cell', subjectId }, async () => 'done');
        const acts = await tx.acts.of(consultation.id, subjectId);
        const nobody = typeof who === 'string';
        const recorded = acts.map((one) => `${one.verb} by ${one.role}`);
        expect(acts.every((one) => (one.actorId === null) === nobody)).toBe(true);
        results.push(`${verb}: ${isRefusal(result) ? result.code : result} [${recorded}]`);
      }
      return results;
    });
    expect(done).toEqual(
      VERBS.map((verb) => {
        return MAY[verb].includes(role) ? `${verb}: done [${verb} by ${role}]` : `${verb}: no-right []`;
      }),
    );
  });

  const TEAM = [
    'tours',
    'atelier atelier-1',
    'atelier suite',
    'atelier salle',
    'renommer G1 : texte',
    'signer compte rendu',
    'statut',
    'doutes',
    'propositions',
    'ouvrir premieres-idees',
    'clore plan-actions : parce que',
    'annuler plan-actions',
    'reclasser P-0001 axe 3',
    'accepter P-0001',
    'écarter P-0001',
    'réunir P-0001 dans P-0002',
    'synthèse',
    'montrer synthèse',
    'reformuler 1.1 : texte',
    'introduire : texte',
    'ajouter 1 : texte (P-0001)',
    'enlever 1.1',
    'sans désaccord 1',
    'signer',
    'décider P-0001 retenue : motif',
    'entériner comite 2015-03-02',
    'restitution',
    'restitution pour Omar 1',
    'décider axe 1 retenue : motif',
    'corriger décision P-0001 retenue : motif',
    'dette',
    'titrer 1.1 : texte',
    'relire Étienne',
    'montrer modifications',
    'annuler modification',
    'digest',
    'digest chaque jour',
    'contestations',
    'indicateurs',
    'mesure emplois-partages 12',
    'annuler mesure',
    'répondre contestation 1 : maintenue : motif',
  ];

  test('somebody with two parts acts by the least one that may', async () => {
    const both = await at.stage.read(async (tx) => {
      const [partner] = await tx.people.partners(at.stage.consultation.id);
      return { person: { ...partner!.person, roles: ['staff' as const] }, partners: [partner!] };
    });
    const roles = await at.stage.read(async (tx) => {
      const scene = { tx, consultation: at.stage.consultation, actor: both, now: 1, ids: at.stage.bot.ids };
      const subjectId = at.stage.bot.ids.next();
      for (const verb of ['answer.submit', 'round.open', 'data.export'] as const)
        await perform(scene, { verb, subjectType: 'cell', subjectId }, async () => 'done');
      return (await tx.acts.of(at.stage.consultation.id, subjectId)).map(({ verb, role }) => [verb, role]);
    });
    expect(Object.fromEntries(roles)).toEqual({
      'answer.submit': 'partner',
      'round.open': 'staff',
      'data.export': 'partner',
    });
  });

  test('a partner’s words are never commands of the team: the round stays open, nothing is shown', async () => {
    const told = await at.story('Claire: oui\n Bot: 1/6 :');
    const acts = () =>
      at.stage.read(async (tx) => (await tx.acts.of(at.stage.consultation.id)).map(({ verb }) => verb));
    const before = (await acts()).length;
    for (const command of TEAM) await at.story(`Claire: ${command}\n Bot: `, told);
    const since = (await acts()).slice(before);
    expect(since.filter((verb) => !partnersOwn(verb))).toEqual([]);
    const said = at.stage.platform.texts(told.users.Claire!).join('\n');
    expect(said).not.toMatch(/Personne|invitées|Pas compris/u);
    const round = await at.stage.read((tx) => tx.rounds.byKey(at.stage.consultation.id, 'plan-actions'));
    expect(round?.state).toBe('open');
  });

  test('a facilitator does not speak for the staff', () =>
    at.story(`
      Rachida: synthèse
      Bot: Cette action est réservée à l'équipe.
      Rachida: signer
      Bot: Cette action est réservée à l'équipe.
      Rachida: restitution
      Bot: Cette action est réservée à l'équipe.
      Rachida: entériner comite 2015-03-02
      Bot: Cette action est réservée à l'équipe.
    `));
});
