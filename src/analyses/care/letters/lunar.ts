/**
 * The day of a date in the Chinese calendar, at midnight UTC. Months are counted from new moons in Beijing's time; the
 * first month after a winter solstice without one of the twelve principal terms, in a year of thirteen months, is a leap
 * month and is never meant here. New moons and the sun's longitude after Jean Meeus, Astronomical Algorithms (2nd
 * edition, chapters 25 and 49). `Intl` is not asked: its moon is minutes off, which moves the Spring Festival of 2027.
 * @param year the Gregorian year in which the Chinese year begins
 * @param month 1 to 10
 */
export function lunarDate(year: number, month: number, day: number): Date {
  return new Date((firstOfMonth(year, month) + day - 1) * DAY_MS);
}

const DAY_MS = 86_400_000;
const BEIJING = 8 / 24;
/** Days from the epoch of Julian days to that of Unix time. */
const UNIX_EPOCH = 2440587.5;
const J2000 = 2451545;
const MEAN_MONTH = 29.530588861;
/** Of month 11, in which the winter solstice falls. */
const SOLSTICE = 11;

/** Days since 1970-01-01 on which the month that is no leap month begins. */
function firstOfMonth(year: number, month: number): number {
  const first = solsticeMoon(year - 1);
  const moons = Array.from({ length: 14 }, (_, place) => newMoonDay(first + place));
  const hasLeap = first + 13 === solsticeMoon(year);
  const leap = hasLeap ? moons.findIndex((start, place) => !hasPrincipalTerm(start, moons[place + 1]!)) : 14;
  const place = month + 12 - SOLSTICE;
  return moons[place < leap ? place : place + 1]!;
}

/** The number of the new moon that opens the month with the winter solstice of a Gregorian year. */
function solsticeMoon(year: number): number {
  const december = Date.UTC(year, 11, 31) / DAY_MS;
  let moon = Math.round((december + UNIX_EPOCH - J2000) / MEAN_MONTH) + 1;
  while (newMoonDay(moon) > december || pastSolstice(newMoonDay(moon))) moon -= 1;
  return moon;
}

/** Whether the sun has passed 270° as that day of December or January begins. */
function pastSolstice(day: number): boolean {
  const longitude = sunAt(day);
  return longitude >= 270 || longitude < 90;
}

function hasPrincipalTerm(start: number, next: number): boolean {
  return Math.floor(sunAt(start) / 30) !== Math.floor(sunAt(next) / 30);
}

/** The day in Beijing on which a new moon falls; number 0 is that of 2000-01-06. */
function newMoonDay(moon: number): number {
  const instant = newMoon(moon);
  return Math.floor(instant - dynamicLead(instant) - UNIX_EPOCH + BEIJING);
}

/** The sun's apparent longitude in degrees as a day begins in Beijing. */
function sunAt(day: number): number {
  const universal = day + UNIX_EPOCH - BEIJING;
  const t = (universal + dynamicLead(universal) - J2000) / 36525;
  const mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
  const anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
  const centre =
    (1.914602 - 0.004817 * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  return modulo(mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t), 360);
}

/** Days by which the even time of the heavens is ahead of universal time: a fit for 1990 to 2100. */
function dynamicLead(instant: number): number {
  const t = (instant - J2000) / 365.25;
  return (62.92 + 0.32217 * t + 0.005589 * t * t) / 86_400;
}

/** The Julian day, in even time, of a new moon. */
function newMoon(moon: number): number {
  const t = moon / 1236.85;
  const e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const sun = 2.5534 + 29.1053567 * moon - 0.0000014 * t * t;
  const ofMoon = 201.5643 + 385.81693528 * moon + 0.0107582 * t * t + 0.00001238 * t ** 3;
  const latitude = 160.7108 + 390.67050284 * moon - 0.0016118 * t * t - 0.00000227 * t ** 3;
  const node = 124.7746 - 1.56375588 * moon + 0.0020672 * t * t;
  const mean = 2451550.09766 + MEAN_MONTH * moon + 0.00015437 * t * t - 0.00000015 * t ** 3;
  const periodic = PERIODIC.reduce(
    (sum, [size, ofE, m, mm, f, o]) =>
      sum + size * e ** ofE * sin(m * sun + mm * ofMoon + f * latitude + o * node),
    0,
  );
  const planets = PLANETARY.reduce(
    (sum, [size, at, rate], place) =>
      sum + size * sin(at + rate * moon - (place === 0 ? 0.009173 * t * t : 0)),
    0,
  );
  return mean + periodic + planets;
}

const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
const modulo = (value: number, by: number) => ((value % by) + by) % by;

/** Days; power of the eccentricity; multiples of the sun's and the moon's anomaly, the moon's latitude and its node. */
const PERIODIC: readonly (readonly [number, number, number, number, number, number])[] = [
  [-0.4072, 0, 0, 1, 0, 0],
  [0.17241, 1, 1, 0, 0, 0],
  [0.01608, 0, 0, 2, 0, 0],
  [0.01039, 0, 0, 0, 2, 0],
  [0.00739, 1, -1, 1, 0, 0],
  [-0.00514, 1, 1, 1, 0, 0],
  [0.00208, 2, 2, 0, 0, 0],
  [-0.00111, 0, 0, 1, -2, 0],
  [-0.00057, 0, 0, 1, 2, 0],
  [0.00056, 1, 1, 2, 0, 0],
  [-0.00042, 0, 0, 3, 0, 0],
  [0.00042, 1, 1, 0, 2, 0],
  [0.00038, 1, 1, 0, -2, 0],
  [-0.00024, 1, -1, 2, 0, 0],
  [-0.00017, 0, 0, 0, 0, 1],
  [-0.00007, 0, 2, 1, 0, 0],
  [0.00004, 0, 0, 2, -2, 0],
  [0.00004, 0, 3, 0, 0, 0],
  [0.00003, 0, 1, 1, -2, 0],
  [0.00003, 0, 0, 2, 2, 0],
  [-0.00003, 0, 1, 1, 2, 0],
  [0.00003, 0, -1, 1, 2, 0],
  [-0.00002, 0, -1, 1, -2, 0],
  [-0.00002, 0, 1, 3, 0, 0],
  [0.00002, 0, 0, 4, 0, 0],
];

/** Days; degrees at moon 0; degrees for each moon. */
const PLANETARY: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
];
