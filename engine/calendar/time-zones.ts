// English names of time zones as Windows shows them, of now and of earlier versions: a closed list, by offset.

const names: Readonly<Record<string, readonly string[]>> = {
  '': ['Casablanca', 'Coordinated Universal Time', 'Dublin, Edinburgh, Lisbon, London', 'Monrovia, Reykjavik'],
  '-12:00': ['International Date Line West'],
  '-11:00': ['Coordinated Universal Time-11', 'Midway Island, Samoa', 'Samoa'],
  '-10:00': ['Aleutian Islands', 'Hawaii'],
  '-09:30': ['Marquesas Islands'],
  '-09:00': ['Alaska', 'Coordinated Universal Time-09'],
  '-08:00': ['Baja California', 'Coordinated Universal Time-08', 'Pacific Time (US & Canada)', 'Tijuana, Baja California'],
  '-07:00': [
    'Arizona', 'Chihuahua, La Paz, Mazatlan', 'Chihuahua, La Paz, Mazatlan - New', 'Chihuahua, La Paz, Mazatlan - Old', 'La Paz, Mazatlan',
    'Mountain Time (US & Canada)', 'Yukon',
  ],
  '-06:00': [
    'Central America', 'Central Time (US & Canada)', 'Easter Island', 'Guadalajara, Mexico City, Monterrey',
    'Guadalajara, Mexico City, Monterrey - New', 'Guadalajara, Mexico City, Monterrey - Old', 'Saskatchewan',
  ],
  '-05:00': [
    'Bogota, Lima, Quito', 'Bogota, Lima, Quito, Rio Branco', 'Chetumal', 'Eastern Time (US & Canada)', 'Haiti', 'Havana', 'Indiana (East)',
    'Turks and Caicos',
  ],
  '-04:30': ['Caracas'],
  '-04:00': [
    'Asuncion', 'Atlantic Time (Canada)', 'Caracas', 'Cuiaba', 'Georgetown, La Paz, Manaus, San Juan', 'La Paz', 'Manaus', 'Santiago',
    'Turks and Caicos',
  ],
  '-03:30': ['Newfoundland'],
  '-03:00': [
    'Araguaina', 'Asuncion', 'Brasilia', 'Buenos Aires', 'Cayenne, Fortaleza', 'City of Buenos Aires', 'Georgetown', 'Greenland', 'Montevideo',
    'Punta Arenas', 'Saint Pierre and Miquelon', 'Salvador', 'Santiago',
  ],
  '-02:00': ['Coordinated Universal Time-02', 'Greenland', 'Mid-Atlantic', 'Mid-Atlantic - Old'],
  '-01:00': ['Azores', 'Cabo Verde Is.', 'Cape Verde Is.'],
  '+00:00': ['Casablanca', 'Dublin, Edinburgh, Lisbon, London', 'Monrovia, Reykjavik', 'Sao Tome'],
  '+01:00': [
    'Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Belgrade, Bratislava, Budapest, Ljubljana, Prague',
    'Brussels, Copenhagen, Madrid, Paris', 'Casablanca', 'Sao Tome', 'Sarajevo, Skopje, Warsaw, Zagreb', 'West Central Africa', 'Windhoek',
  ],
  '+02:00': [
    'Amman', 'Athens, Bucharest', 'Athens, Bucharest, Istanbul', 'Beirut', 'Cairo', 'Chisinau', 'Damascus', 'E. Europe', 'Gaza, Hebron',
    'Harare, Pretoria', 'Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius', 'Istanbul', 'Jerusalem', 'Juba', 'Kaliningrad',
    'Kaliningrad (RTZ 1)', 'Khartoum', 'Minsk', 'Nicosia', 'Tripoli', 'Windhoek',
  ],
  '+03:00': [
    'Amman', 'Baghdad', 'Damascus', 'Istanbul', 'Kaliningrad', 'Kaliningrad, Minsk', 'Khartoum', 'Kuwait, Riyadh', 'Minsk',
    'Moscow, St. Petersburg', 'Moscow, St. Petersburg, Volgograd', 'Moscow, St. Petersburg, Volgograd (RTZ 2)', 'Nairobi', 'Volgograd',
  ],
  '+03:30': ['Tehran'],
  '+04:00': [
    'Abu Dhabi, Muscat', 'Astrakhan, Ulyanovsk', 'Baku', 'Izhevsk, Samara', 'Izhevsk, Samara (RTZ 3)', 'Moscow, St. Petersburg, Volgograd',
    'Port Louis', 'Saratov', 'Tbilisi', 'Volgograd', 'Yerevan',
  ],
  '+04:30': ['Kabul'],
  '+05:00': ['Ashgabat, Tashkent', 'Astana', 'Ekaterinburg', 'Ekaterinburg (RTZ 4)', 'Islamabad, Karachi', 'Qyzylorda', 'Tashkent'],
  '+05:30': ['Chennai, Kolkata, Mumbai, New Delhi', 'Sri Jayawardenepura'],
  '+05:45': ['Kathmandu'],
  '+06:00': [
    'Almaty, Novosibirsk', 'Astana', 'Astana, Dhaka', 'Bishkek', 'Dhaka', 'Ekaterinburg', 'Novosibirsk', 'Novosibirsk (RTZ 5)', 'Nur-Sultan',
    'Omsk', 'Qyzylorda',
  ],
  '+06:30': ['Yangon (Rangoon)'],
  '+07:00': [
    'Bangkok, Hanoi, Jakarta', 'Barnaul, Gorno-Altaysk', 'Hovd', 'Krasnoyarsk', 'Krasnoyarsk (RTZ 6)', 'Novosibirsk', 'Tomsk',
  ],
  '+08:00': [
    'Beijing, Chongqing, Hong Kong, Urumqi', 'Irkutsk', 'Irkutsk (RTZ 7)', 'Irkutsk, Ulaan Bataar', 'Krasnoyarsk', 'Kuala Lumpur, Singapore',
    'Perth', 'Taipei', 'Ulaanbaatar',
  ],
  '+08:30': ['Pyongyang'],
  '+08:45': ['Eucla'],
  '+09:00': ['Chita', 'Irkutsk', 'Osaka, Sapporo, Tokyo', 'Pyongyang', 'Seoul', 'Yakutsk', 'Yakutsk (RTZ 8)'],
  '+09:30': ['Adelaide', 'Darwin'],
  '+10:00': [
    'Brisbane', 'Canberra, Melbourne, Sydney', 'Guam, Port Moresby', 'Hobart', 'Magadan', 'Vladivostok', 'Vladivostok, Magadan (RTZ 9)', 'Yakutsk',
  ],
  '+10:30': ['Lord Howe Island'],
  '+11:00': [
    'Bougainville Island', 'Chokurdakh', 'Chokurdakh (RTZ 10)', 'Magadan', 'Magadan, Solomon Is., New Caledonia', 'Norfolk Island', 'Sakhalin',
    'Solomon Is., New Caledonia', 'Vladivostok',
  ],
  '+12:00': [
    'Anadyr, Petropavlovsk-Kamchatsky', 'Anadyr, Petropavlovsk-Kamchatsky (RTZ 11)', 'Auckland, Wellington', 'Coordinated Universal Time+12',
    'Fiji', 'Fiji, Marshall Is.', 'Magadan', 'Petropavlovsk-Kamchatsky - Old',
  ],
  '+12:45': ['Chatham Islands'],
  '+13:00': ['Coordinated Universal Time+13', 'Nuku\'alofa', 'Samoa'],
  '+14:00': ['Kiritimati Island'],
}

/** `(UTC)`, and every quarter of an hour from -12:00 to +14:00. */
const offsets: readonly string[] = ['(UTC)', ...Array.from({ length: 26 * 4 + 1 }, (_, quarter) => offsetText(quarter * 15 - 12 * 60))]

/** All that `scrubTimeZone` gives, but blank. */
export const timeZones: readonly string[] = [
  ...Object.entries(names).flatMap(([offset, places]) => places.map(place => `(UTC${offset}) ${place}`)), ...offsets,
]

const known = new Set(timeZones)

/**
 * A name of the list stays as it is. Of any other text, which can be in another language or written by whoever sent an
 * invitation, its `(UTC+hh:mm)` stays, also where it says `(GMT+hh:mm)`; without one it becomes blank.
 */
export function scrubTimeZone(text: string): string {
  const name = text.trim()
  if (known.has(name)) return name
  const [, offset] = /^\((?:UTC|GMT)([+-]\d\d:\d\d)?\)/.exec(name) ?? [undefined, 'none']
  const start = `(UTC${offset ?? ''})`
  return known.has(start) ? start : ''
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `(UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)})`
}
