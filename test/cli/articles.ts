/** Own news text: one report in English and German, and another of the same kind that is not it. */
export const FLOOD_EN = `River Alder bursts its banks, 300 people leave homes in Weston
About 300 people had to leave their homes in Weston on Tuesday night after the River Alder burst its banks, the fire service said.
The water rose to 4.72 metres at the Mill Bridge, the highest level since 1998.
"We have never seen the river rise so fast," said the mayor, Helena Brandt.
The Saint Agnes hospital moved 41 patients to Norwich as a precaution.
Railway services between Weston and Norwich are suspended until Friday, the operator Anglia Rail announced.
The insurer Hartwell puts the damage at 18 million euros.
`;

export const FLOOD_DE = `Fluss Alder tritt über die Ufer, 300 Menschen verlassen Häuser in Weston
Rund 300 Menschen mussten am Dienstagabend in Weston ihre Häuser verlassen, nachdem der Fluss Alder über die Ufer getreten war, teilte die Feuerwehr mit.
Das Wasser stieg an der Mill Bridge auf 4,72 Meter, den höchsten Stand seit 1998.
„Wir haben den Fluss noch nie so schnell steigen sehen“, sagte die Bürgermeisterin Helena Brandt.
Das Krankenhaus Saint Agnes verlegte vorsorglich 41 Patienten nach Norwich.
Der Zugverkehr zwischen Weston und Norwich ist bis Freitag eingestellt, wie der Betreiber Anglia Rail mitteilte.
Der Versicherer Hartwell beziffert den Schaden auf 18 Millionen Euro.
`;

export const ELECTION_EN = `Parliament in Lisbon elects Marta Queiroz as speaker
The Portuguese parliament elected Marta Queiroz as its speaker on Monday with 131 of 230 votes.
The lawyer from Coimbra follows Rui Tavares, who stepped down in March for health reasons.
Queiroz promised to shorten the debates and to publish the minutes within a day.
The opposition party Nova Aurora had put up the economist Paulo Brito, who got 84 votes.
The first session under the new speaker will be held on 14 May in the São Bento palace.
`;

/** The three as a folder. */
export const NEWSROOM = { 'flood-en.txt': FLOOD_EN, 'flood-de.txt': FLOOD_DE, 'election-en.txt': ELECTION_EN };
