/** The eleven themes of a city's participatory budget. Descriptions and keywords were written for it, before any figure. */
export const PARIS: readonly {
  readonly label: string;
  readonly description: string;
  readonly keywords: string;
}[] = [
  {
    label: 'Cadre de vie',
    description:
      'Des rues, des places et des espaces publics plus beaux et plus agréables : embellir le quartier, rénover une place, du mobilier urbain, des bancs, de l’éclairage, des fontaines, des fresques sur les murs, des jardins, des aires de jeux, des lieux de rencontre.',
    keywords:
      'cadre de vie, embellir, embellissement, rue, place, placette, quartier, espace public, réaménager, réaménagement, aménager, rénover, rénovation, requalification, mobilier urbain, banc, bancs, assises, fontaine, kiosque, éclairage, lumière, illuminer, façade, mur, fresque, square, jardin, aire de jeux, toilettes publiques, piétonniser, trottoir, convivialité, marché, passage, boulevard, avenue, parvis, pelouse',
  },
  {
    label: 'Education et jeunesse',
    description:
      'L’école, les enfants et les jeunes : cours de récréation, collèges, crèches, rénovation et équipement des écoles, matériel informatique, bibliothèques scolaires, centres de loisirs, espaces pour adolescents, étudiants.',
    keywords:
      'éducation, jeunesse, école, écoles, école maternelle, école élémentaire, écoliers, élèves, collège, collèges, collégiens, lycée, cour de récréation, cour, crèche, enfants, petite enfance, jeunes, adolescents, étudiants, cantine, préau, classe, salle de classe, numérique à l’école, tableaux numériques, ordinateurs, périscolaire, centre de loisirs, jeux, parents, apprendre, pédagogique',
  },
  {
    label: 'Environnement',
    description:
      'La nature en ville et la transition écologique : planter des arbres, végétaliser, jardins partagés, potagers, agriculture urbaine, biodiversité, abeilles, oiseaux, eau, énergie, panneaux solaires, isolation, compost, déchets et recyclage, pollution de l’air.',
    keywords:
      'environnement, écologie, écologique, nature, végétaliser, végétalisation, végétal, vert, verte, arbre, arbres, planter, plantations, jardin partagé, jardins partagés, potager, agriculture urbaine, ferme, biodiversité, abeilles, ruches, oiseaux, animaux, insectes, eau, eau de pluie, énergie, solaire, panneaux solaires, isolation, thermique, compost, composteurs, recyclage, déchets, pollution, air, climat, chaleur, îlots de fraîcheur, fraîcheur, toit, toiture, murs végétaux, développement durable, réemploi, ressourcerie',
  },
  {
    label: 'Culture et patrimoine',
    description:
      'Les arts, la culture et le patrimoine : bibliothèques, médiathèques, musées, théâtres, cinémas, conservatoires, musique, concerts, expositions, street art, restauration d’églises et de monuments, histoire et mémoire, lieux pour artistes.',
    keywords:
      'culture, culturel, culturelle, patrimoine, bibliothèque, médiathèque, livres, lecture, musée, théâtre, cinéma, film, conservatoire, musique, concert, danse, spectacle, art, arts, artiste, artistes, street art, œuvre, exposition, église, monument, statue, restaurer, restauration, histoire, mémoire, historique, archives, atelier d’artistes, studio, scène, numérisation',
  },
  {
    label: 'Solidarités',
    description:
      'Aider les personnes fragiles et faire vivre l’entraide : sans-abri, personnes en situation de handicap, accessibilité, personnes âgées, familles, femmes victimes de violences, réfugiés, migrants, aide alimentaire, épicerie solidaire, bagageries, accueils de jour, hébergement, centres sociaux, lien entre générations.',
    keywords:
      'solidarité, solidarités, solidaire, sans-abri, sdf, à la rue, précarité, précaires, démunis, pauvreté, handicap, handicapées, accessibilité, personnes âgées, seniors, aînés, intergénérationnel, familles, femmes, violences, réfugiés, migrants, aide alimentaire, épicerie solidaire, bagagerie, hébergement, logement, centre social, entraide, associations, maison des associations, bains-douches, inclusion, isolement, fragiles, vulnérables, lien social',
  },
  {
    label: 'Sport',
    description:
      'Faire du sport : gymnases, stades, terrains, piscines, équipements sportifs en plein air, agrès, parcours de santé, skatepark, course à pied, football, basket, tennis, escalade, vestiaires.',
    keywords:
      'sport, sports, sportif, sportive, sportifs, gymnase, stade, terrain, terrain de sport, terrain de football, foot, football, basket, tennis, piscine, natation, baignade, agrès, musculation, fitness, skatepark, skate, glisse, course à pied, jogging, parcours sportif, escalade, vestiaires, boxe, pétanque, yoga, city stade, street workout, équipement sportif',
  },
  {
    label: 'Mobilités',
    description:
      'Se déplacer autrement : vélos, pistes cyclables, stationnement des vélos, piétons, traversées, rues apaisées, transports en commun, bus, métro, covoiturage, voitures électriques, circulation, accès aux gares.',
    keywords:
      'mobilité, mobilités, déplacements, vélo, vélos, cyclable, pistes cyclables, cyclistes, vélib, stationnement, parking à vélos, garage à vélos, piétons, piéton, piétonne, traversée, passage piéton, circulation, voiture, voitures, voiture électrique, bus, métro, tramway, transports, transport, trottinette, zone 30, ralentir, vitesse, gare, passerelle, escalator',
  },
  {
    label: 'Prévention et sécurité',
    description:
      'La tranquillité et la sécurité : prévention, médiation, police, commissariats, pompiers, secours, défibrillateurs, éclairage des lieux sombres, vidéoprotection, lutte contre les incivilités et les agressions, sécuriser un passage, sécurité routière.',
    keywords:
      'sécurité, prévention, sécuriser, sécurisation, police, commissariat, pompiers, caserne, secours, premiers secours, défibrillateur, vidéoprotection, caméras, agressions, incivilités, délinquance, tranquillité, médiation, médiateurs, gardiens, harcèlement, danger, accidents, sécurité routière, nuisances, bruit',
  },
  {
    label: 'Propreté',
    description:
      'Une ville propre : poubelles, corbeilles, nettoyage, balayage, déchets dans la rue, mégots, crottes de chiens, tags, toilettes et urinoirs, encombrants, tri.',
    keywords:
      'propreté, propre, propres, nettoyage, nettoyer, laver, balayer, poubelle, poubelles, corbeille, corbeilles, déchets, ordures, mégots, cendriers, déjections canines, crottes, chiens, tags, graffitis, toilettes, sanisettes, urinoirs, encombrants, saleté, sale, tri, bacs, engins de nettoyage, rats',
  },
  {
    label: 'Santé',
    description:
      'La santé de toutes et tous : centres de santé, hôpitaux, soins, maisons médicales, dépistage, santé mentale, handicap psychique, alimentation saine, prévention des addictions, urgence médicale.',
    keywords:
      'santé, centre de santé, hôpital, hôpitaux, hospitalier, soins, soigner, médical, médicale, médecin, maison médicale, dépistage, malades, maladie, cancer, patients, psychique, mentale, autisme, addictions, drogue, urgence médicale, dentaire, matériel médical, bien-être',
  },
  {
    label: 'Attractivité et emploi',
    description:
      'L’activité économique et l’emploi : commerces, artisans, entreprises, start-up, incubateurs, coworking, formation professionnelle, insertion, chômage, tourisme, innovation, économie sociale et solidaire.',
    keywords:
      'emploi, attractivité, économie, économique, commerce, commerces, commerçants, artisans, artisanat, entreprise, entreprises, start-up, incubateur, coworking, fablab, formation, insertion, chômage, chômeurs, travail, tourisme, touristes, innovation, économie sociale et solidaire, métiers, recrutement, wifi',
  },
];
