/** News of our own making: two events, each told by one report in several languages, and one of them by another report too. */

/** A report's sentences by language, sentence for sentence the same. */
export type Versions = Readonly<Record<string, readonly string[]>>;

export const DAM: Versions = {
  en: [
    'The dam above Cordell broke early on Monday after three weeks of rain, and the river flooded most of the town.',
    'Mayor Ana Petrov ordered 4,300 people to leave their homes before sunrise.',
    'Rescue teams from Brenn and Halvik brought families to safety with boats and two helicopters.',
    'Nobody was killed, the fire brigade said, but eleven people were taken to hospital.',
    'Engineers had warned of cracks in the wall since 2019, according to a report seen by the newspaper Nordkurier.',
    'The ministry of transport said a repair would have cost 12.5 million euros.',
    'Schools and the railway line to Halvik will stay closed until Friday.',
    '“We have lost our bridge, our market and our library,” Petrov told journalists.',
  ],
  de: [
    'Der Damm oberhalb von Cordell ist am frühen Montag nach drei Wochen Regen gebrochen, und der Fluss hat den größten Teil der Stadt überflutet.',
    'Bürgermeisterin Ana Petrov forderte 4.300 Menschen auf, ihre Häuser vor Sonnenaufgang zu verlassen.',
    'Rettungskräfte aus Brenn und Halvik brachten Familien mit Booten und zwei Hubschraubern in Sicherheit.',
    'Niemand kam ums Leben, teilte die Feuerwehr mit, doch elf Menschen wurden ins Krankenhaus gebracht.',
    'Ingenieure hatten seit 2019 vor Rissen in der Mauer gewarnt, wie aus einem Bericht hervorgeht, der der Zeitung Nordkurier vorliegt.',
    'Das Verkehrsministerium erklärte, eine Reparatur hätte 12,5 Millionen Euro gekostet.',
    'Die Schulen und die Bahnstrecke nach Halvik bleiben bis Freitag geschlossen.',
    '„Wir haben unsere Brücke, unseren Markt und unsere Bibliothek verloren“, sagte Petrov vor Journalisten.',
  ],
  it: [
    'La diga sopra Cordell ha ceduto lunedì mattina presto dopo tre settimane di pioggia e il fiume ha allagato gran parte della città.',
    'La sindaca Ana Petrov ha ordinato a 4.300 persone di lasciare le loro case prima dell’alba.',
    'Squadre di soccorso di Brenn e Halvik hanno portato in salvo le famiglie con barche e due elicotteri.',
    'Nessuno è morto, hanno detto i vigili del fuoco, ma undici persone sono state portate in ospedale.',
    'Dal 2019 gli ingegneri avevano avvertito di crepe nel muro, secondo un rapporto visto dal giornale Nordkurier.',
    'Il ministero dei trasporti ha detto che una riparazione sarebbe costata 12,5 milioni di euro.',
    'Le scuole e la linea ferroviaria per Halvik resteranno chiuse fino a venerdì.',
    '«Abbiamo perso il nostro ponte, il nostro mercato e la nostra biblioteca», ha detto Petrov ai giornalisti.',
  ],
  ru: [
    'Плотину выше города Корделл прорвало рано утром в понедельник после трёх недель дождей, и река затопила большую часть города.',
    'Мэр Ана Петров приказала 4300 людям покинуть свои дома до восхода солнца.',
    'Спасатели из Бренна и Халвика вывезли семьи в безопасное место на лодках и двух вертолётах.',
    'Никто не погиб, сообщила пожарная служба, но одиннадцать человек доставили в больницу.',
    'Инженеры предупреждали о трещинах в стене с 2019 года, говорится в докладе, который видела газета «Nordkurier».',
    'Министерство транспорта заявило, что ремонт стоил бы 12,5 млн евро.',
    'Школы и железная дорога до Халвика будут закрыты до пятницы.',
    '«Мы потеряли мост, рынок и библиотеку», — сказала Петров журналистам.',
  ],
};

export const STRIKE: Versions = {
  en: [
    'Train drivers in Portugal will stop work for 48 hours from Thursday, their union SMAQ said in Lisbon.',
    'The union demands a pay rise of 7 percent and a shorter working week.',
    'Transport minister Rui Tavares called the strike irresponsible and offered new talks on Wednesday.',
    'About 320,000 passengers use the trains between Lisbon and Porto every day.',
    'The company Ferrovia said that only one train in four would run.',
    'In May a similar strike cost the company 2.4 million euros.',
    'Union leader Carla Mendes said her members were tired of promises.',
  ],
  de: [
    'Die Lokführer in Portugal legen ab Donnerstag für 48 Stunden die Arbeit nieder, teilte ihre Gewerkschaft SMAQ in Lissabon mit.',
    'Die Gewerkschaft fordert 7 Prozent mehr Lohn und eine kürzere Arbeitswoche.',
    'Verkehrsminister Rui Tavares nannte den Streik verantwortungslos und bot für Mittwoch neue Gespräche an.',
    'Rund 320.000 Fahrgäste nutzen jeden Tag die Züge zwischen Lissabon und Porto.',
    'Das Unternehmen Ferrovia sagte, nur einer von vier Zügen werde fahren.',
    'Im Mai hatte ein ähnlicher Streik das Unternehmen 2,4 Millionen Euro gekostet.',
    'Gewerkschaftschefin Carla Mendes sagte, ihre Mitglieder hätten die Versprechen satt.',
  ],
  it: [
    'I macchinisti dei treni in Portogallo si fermeranno per 48 ore da giovedì, ha annunciato a Lisbona il loro sindacato SMAQ.',
    'Il sindacato chiede un aumento di stipendio del 7 per cento e una settimana di lavoro più breve.',
    'Il ministro dei trasporti Rui Tavares ha definito lo sciopero irresponsabile e ha offerto nuovi colloqui per mercoledì.',
    'Circa 320.000 passeggeri usano ogni giorno i treni tra Lisbona e Porto.',
    'La società Ferrovia ha detto che circolerà solo un treno su quattro.',
    'A maggio uno sciopero simile era costato alla società 2,4 milioni di euro.',
    'La leader del sindacato Carla Mendes ha detto che i suoi iscritti sono stanchi di promesse.',
  ],
};

/** The broken dam again, by a reporter who was elsewhere a day later. */
export const DAM_AFTERMATH: readonly string[] = [
  'Volunteers shovelled mud out of the cellars of Cordell on Tuesday, a day after its dam gave way.',
  'In the sports hall of Brenn, Maria Lind was looking for her two dogs among the camp beds.',
  'The water took everything but my keys, the retired teacher said.',
  'Opposition leader Jonas Hale asked why nobody had acted on the cracks, and wants the minister of transport to resign.',
  'Insurers expect claims of up to 90 million euros.',
  'Mayor Ana Petrov thanked the rescue teams and promised that the bridge would be rebuilt within a year.',
];

/** Every sentence above with its language: what made-up documents are put together from. */
export const SENTENCES: readonly { readonly language: string; readonly text: string }[] = [DAM, STRIKE, { en: DAM_AFTERMATH }].flatMap(
  (story) => Object.entries(story).flatMap(([language, texts]) => texts.map((text) => ({ language, text }))),
);

/** A version of a report as one text. */
export function textOf(story: Versions, language: string): string {
  return (story[language] ?? []).join(' ');
}
