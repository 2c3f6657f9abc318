/** Countries, large cities, states and regions, lower case; several words are one entry. */
const entries = (list: string): string[] =>
  list
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter(Boolean);

export const COUNTRIES: ReadonlySet<string> = new Set(
  entries(`
afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas, bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia,
bosnia, bosnia and herzegovina, botswana, brazil, britain, great britain, brunei, bulgaria, burkina faso, burma, burundi, cambodia, cameroon, canada, cape verde, chad, chile, china, colombia, comoros, congo, costa rica, croatia, cuba,
cyprus, czech republic, czechia, czechoslovakia, denmark, djibouti, dominica, dominican republic, east germany, east timor, ecuador, egypt, el salvador, england, equatorial guinea, eritrea, estonia, eswatini, ethiopia, fiji, finland, france, gabon,
gambia, georgia, germany, ghana, greece, grenada, guatemala, guinea, guinea-bissau, guyana, haiti, honduras, hong kong, hungary, iceland, india, indonesia, iran, iraq, ireland, northern ireland, israel, italy, ivory coast, jamaica, japan,
jordan, kazakhstan, kenya, kiribati, korea, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, macau, macedonia, madagascar, malawi, malaysia, maldives, mali, malta,
mauritania, mauritius, mexico, micronesia, moldova, monaco, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nauru, nepal, netherlands, new zealand, nicaragua, niger, nigeria, north korea, north macedonia, norway, oman, pakistan,
palau, palestine, panama, papua new guinea, paraguay, peru, philippines, poland, portugal, puerto rico, qatar, romania, russia, rwanda, samoa, saudi arabia, scotland, senegal, serbia, seychelles, sierra leone, singapore, slovakia,
slovenia, somalia, south africa, south korea, south sudan, soviet union, spain, sri lanka, sudan, suriname, swaziland, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand, tibet, togo, tonga, trinidad, tunisia, turkey, türkiye, turkmenistan,
tuvalu, u.a.e, u.k, u.s, u.s.a, uae, uganda, uk, ukraine, united arab emirates, united kingdom, united states, united states of america, uruguay, us, usa, ussr, uzbekistan, vanuatu, vatican, vatican city, venezuela, vietnam, wales, west germany, yemen, yugoslavia, zambia, zimbabwe, america, crimea, gaza, west bank, chechnya, greenland, bermuda, guam, gibraltar
`),
);

/** Of the United States. */
export const STATES: ReadonlySet<string> = new Set(
  entries(`
alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, district of columbia, new england
`),
);

export const PLACES: ReadonlySet<string> = new Set([
  ...STATES,
  ...entries(`
africa, asia, europe, antarctica, oceania, north america, south america, latin america, central america, middle east, far east, balkans, caribbean, scandinavia, eurasia, siberia, arctic, pacific, atlantic, mediterranean, central asia, southeast asia, eastern europe, western europe, west africa, north africa, east africa, donbas, donbass, kashmir, kurdistan, manchuria, bavaria, catalonia, normandy, tuscany, sicily, sardinia, corsica, crete, lombardy, saxony, prussia, silesia, galicia, andalusia, flanders, wallonia, transylvania, anatolia, punjab, bengal, gujarat, kerala, maharashtra, tamil nadu, uttar pradesh, rajasthan, bihar, karnataka, andhra pradesh, assam, java, sumatra, borneo, bali, okinawa, hokkaido, hainan, sichuan, guangdong, xinjiang, yunnan, zhejiang, jiangsu, hunan, hubei, fujian, ontario, quebec, british columbia, alberta, manitoba, saskatchewan, nova scotia, new brunswick, newfoundland, yukon, new south wales, queensland, tasmania, western australia, south australia, northern territory,
new york city, los angeles, chicago, houston, phoenix, philadelphia, san antonio, san diego, dallas, san jose, austin, jacksonville, fort worth, columbus, charlotte, san francisco, indianapolis, seattle, denver, boston, el paso, nashville, detroit, oklahoma city, portland, las vegas, memphis, louisville, baltimore, milwaukee, albuquerque, tucson, fresno, sacramento, kansas city, atlanta, omaha, miami, oakland, minneapolis, tulsa, cleveland, new orleans, tampa, honolulu, anaheim, st. louis, pittsburgh, cincinnati, anchorage, newark, buffalo, orlando, salt lake city, brooklyn, manhattan, queens, bronx, staten island, harlem, hollywood, silicon valley, long island, washington d.c, washington, d.c, d.c, santa monica, palo alto, des moines, cedar rapids, charleston, greenville, manchester, concord, albany, hartford, providence, annapolis, richmond, raleigh, columbia, tallahassee, montgomery, birmingham, baton rouge, little rock, st. paul, lansing, madison, springfield, santa fe, cheyenne, boise, helena, olympia, juneau, ferguson, flint, camp david, guantanamo bay, guantanamo, pearl harbor, fort bragg, west point, capitol hill, wall street, times square, long beach, fort lauderdale, palm beach, st. petersburg, san bernardino, charlottesville,
amsterdam, ankara, antwerp, athens, auckland, baghdad, baku, bangalore, bangkok, barcelona, basel, beijing, beirut, belfast, belgrade, berlin, bern, bogotá, bogota, bologna, bombay, bonn, bordeaux, bratislava, bremen, brisbane, bristol, brussels, bucharest, budapest, buenos aires, cairo, calcutta, cambridge, canberra, cape town, caracas, cardiff, casablanca, chennai, chernobyl, chisinau, cologne, colombo, copenhagen, cork, dakar, damascus, davos, delhi, dhaka, doha, dortmund, dresden, dubai, dublin, durban, dushanbe, düsseldorf, edinburgh, edmonton, florence, frankfurt, geneva, genoa, ghent, glasgow, gothenburg, granada, guangzhou, hamburg, hanoi, hanover, harare, havana, helsinki, hiroshima, ho chi minh city, hyderabad, islamabad, istanbul, jakarta, jerusalem, johannesburg, kabul, karachi, kathmandu, khartoum, kharkiv, kherson, kiev, kinshasa, kolkata, krakow, kuala lumpur, kyiv, kyoto, la paz, lagos, lahore, leeds, leipzig, leningrad, lima, lisbon, liverpool, ljubljana, london, luxembourg city, lviv, lyon, madrid, manila, mariupol, marseille, mecca, melbourne, mexico city, milan, minsk, mogadishu, montevideo, montreal, moscow, mosul, mumbai, munich, nagasaki, nairobi, nanjing, naples, new delhi, newcastle, nice, nicosia, odesa, odessa, osaka, oslo, ottawa, oxford, palermo, paris, perth, phnom penh, pisa, podgorica, port-au-prince, prague, pretoria, pristina, pyongyang, quito, rangoon, reykjavik, riga, rio de janeiro, riyadh, rome, rotterdam, saigon, salzburg, san juan, santiago, são paulo, sao paulo, sarajevo, seoul, seville, shanghai, sheffield, shenzhen, skopje, sofia, stockholm, strasbourg, stuttgart, sydney, taipei, tallinn, tashkent, tbilisi, tehran, tel aviv, the hague, thessaloniki, tianjin, tokyo, toronto, tripoli, tunis, turin, ulaanbaatar, utrecht, valencia, vancouver, venice, verona, vienna, vilnius, warsaw, wellington, wuhan, yangon, yerevan, yokohama, zagreb, zurich, zürich, normandy, fukushima, aleppo, raqqa, kandahar, fallujah, benghazi, bakhmut, donetsk, luhansk, zaporizhzhia, sevastopol
`),
]);

/** Last words of place names. */
export const PLACE_WORDS: ReadonlySet<string> = new Set(
  'river lake mountain mountains island islands county city valley bay beach street avenue road park square bridge peninsula sea ocean gulf strait desert forest hills province prefecture district region township village creek canyon falls springs harbor harbour airport station canal coast boulevard plaza castle palace cathedral highlands heights oblast canton borough municipality glacier volcano reef basin'.split(
    ' ',
  ),
);
/** First words of place names. */
export const PLACE_LEADS: ReadonlySet<string> = new Set(
  'lake mount mt fort cape port north south east west northern southern eastern western central upper lower saint st san santa los las el new isle gulf strait point camp'.split(
    ' ',
  ),
);
/** Words before which a place stands. */
export const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(
  'in at near from to across throughout outside inside toward towards around through into off via along beyond over'.split(
    ' ',
  ),
);
