// How everybody came to the post held now: one step of the ladder after another, now and then a unit further.
import { addMonths, type Day, type Rank } from '../../scoring/index.ts';
import { type DemoPerson, people } from './people.ts';
import { type DemoPost, posts } from './posts.ts';
import { type Random, randomFor } from './random.ts';

export interface DemoAppointment {
  readonly person: DemoPerson;
  readonly post: DemoPost;
  readonly from: Day;
  readonly to: Day | null;
}

export interface DemoCareer {
  readonly appointments: readonly DemoAppointment[];
  readonly cadreSince: Day;
}

/** The ranks held before, the latest first. */
const BEFORE: Readonly<Partial<Record<Rank, readonly Rank[]>>> = {
  正处: ['副处', '正科'],
  副处: ['正科', '副科'],
  正科: ['副科', '科员'],
  副科: ['科员'],
};

/** Most have been in their post for some years; few for longer than rotation wants. */
const YEAR_BEGUN = {
  ordinary: { 2018: 4, 2019: 6, 2020: 10, 2021: 18, 2022: 20, 2023: 20, 2024: 14, 2025: 8 },
  sensitive: { 2020: 5, 2021: 8, 2022: 14, 2023: 30, 2024: 28, 2025: 15 },
} as const;

const two = (n: number): string => String(n).padStart(2, '0');
const dayIn = (random: Random, year: string): Day =>
  `${year}-${two(random.between(1, 11))}-${two(random.between(1, 28))}`;

/** The last day before another; careers change on days that every month has. */
function dayBefore(day: Day): Day {
  const date = Number(day.slice(8));
  if (date > 1) return `${day.slice(0, 8)}${two(date - 1)}`;
  return `${addMonths(day, -1).slice(0, 8)}28`;
}

const heldAt = (rank: Rank): readonly DemoPost[] => posts.filter((post) => post.rank === rank);
const postsAt: Readonly<Partial<Record<Rank, readonly DemoPost[]>>> = {
  副处: heldAt('副处'),
  正科: heldAt('正科'),
  副科: heldAt('副科'),
  科员: heldAt('科员'),
};

/** Half of the steps are taken in the unit one is in, most of the others in units of its kind. */
function formerPost(random: Random, rank: Rank, present: DemoPost): DemoPost {
  const all = postsAt[rank]!;
  const near = all.filter(({ unit }) => unit.code === present.unit.code);
  const alike = all.filter(({ unit }) => unit.kind === present.unit.kind);
  return random.pick(random.chance(50) ? near : random.chance(60) ? alike : all);
}

const PAPER_GAP_MONTHS = 2;

function careerOf(person: DemoPerson, random: Random): DemoCareer {
  const { post } = person;
  const years = YEAR_BEGUN[post.isSensitive ? 'sensitive' : 'ordinary'];
  let from = dayIn(random, random.weighted(years));
  const appointments: DemoAppointment[] = [{ person, post, from, to: null }];
  let cadreSince = from;
  if (person.index % 97 === 5) {
    // Appointed anew to the same post after a gap on paper: one stay.
    const before = addMonths(from, -30);
    appointments.unshift({ person, post, from: before, to: addMonths(from, -PAPER_GAP_MONTHS) });
    from = before;
  }
  let present = post;
  for (const rank of BEFORE[post.rank] ?? []) {
    const former = formerPost(random, rank, present);
    const to = dayBefore(from);
    from = addMonths(from, -random.between(36, 66));
    appointments.unshift({ person, post: former, from, to });
    if (rank !== '科员') cadreSince = from;
    present = former;
  }
  return { appointments, cadreSince };
}

/** A second move within one year: people should look at that. */
function movedTwice({ appointments, cadreSince }: DemoCareer): DemoCareer {
  const last = appointments.at(-1)!;
  const other = posts.find(
    ({ rank, unit }) =>
      rank === last.post.rank && unit.kind === last.post.unit.kind && unit.code !== last.post.unit.code,
  )!;
  const interim = { ...last, post: other, from: '2026-02-10', to: '2026-08-31' };
  const before = appointments.slice(0, -1).filter(({ to }) => to !== null && to < interim.from);
  return { appointments: [...before, interim, { ...last, from: '2026-09-01' }], cadreSince };
}

const MOVED_TWICE = [140, 333];

function inventCareers(): ReadonlyMap<string, DemoCareer> {
  const random = randomFor('careers');
  return new Map(
    people.map((person) => {
      const career = careerOf(person, random);
      return [person.staffNo, MOVED_TWICE.includes(person.index) ? movedTwice(career) : career];
    }),
  );
}

export const careers = inventCareers();
