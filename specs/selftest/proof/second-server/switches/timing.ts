import { question } from './question.ts';

/** Clocks and delays. No page says how exact the clock is, or how fast answers are. */
export const timing = {
  clockResolution: question(1, {
    'timestamps-of-10-ms': { is: 10, description: 'Timestamps are cut to 10 ms.' },
    'timestamps-of-1-s': { is: 1000, description: 'Timestamps are cut to whole seconds, in milliseconds.' },
  }),
  clockTicks: question('shared', {
    'clock-ticks-per-event': {
      is: 'events',
      description: 'The clock goes on by 1 ms with each event alone.',
    },
    'timestamps-unique': { is: 'unique', description: 'No two timestamps of an app are equal.' },
  }),
  clockSpeed: question(1, {
    'clock-at-half-speed': { is: 0.5, description: 'The clock runs at half speed.' },
    'clock-at-tenfold-speed': { is: 10, description: 'The clock runs ten times as fast as others.' },
  }),
  clockSkew: question(0, {
    'clock-3-h-ahead': { is: 10_800_000, description: 'The clock is three hours ahead.' },
    'clock-20-y-ahead': { is: 631_152_000_000, description: 'The clock is twenty years ahead.' },
    'clock-20-y-behind': { is: -631_152_000_000, description: 'The clock is twenty years behind.' },
    'clock-2-d-behind': { is: -172_800_000, description: 'The clock is two days behind.' },
  }),
  messageClockSkew: question(0, {
    'message-clock-20-ms-behind': {
      is: -20,
      description: 'The clock of messages is 20 ms behind the other.',
    },
    'message-clock-20-ms-ahead': {
      is: 20,
      description: 'The clock of messages is 20 ms ahead of the other.',
    },
  }),
  latency: question('none', {
    'writes-take-30-ms': { is: 'writes', description: 'Writes take 30 ms.' },
    'effects-before-answers': { is: 'after', description: 'Writes take effect 50 ms before they answer.' },
    'lists-take-40-ms': { is: 'lists', description: 'Lists take 40 ms.' },
    'answers-take-up-to-30-ms': {
      is: 'random',
      description: 'Each answer takes up to 30 ms, others pass by.',
    },
  }),
  capacity: question('unbounded', {
    'requests-one-at-a-time': { is: 'one', description: 'Requests wait for each other, 3 ms each.' },
    'pause-of-1-s-now-and-then': {
      is: 'pauses',
      description: 'Each 400th request holds up all others for 1 s.',
    },
    'cold-start-2-s': { is: 'cold', description: 'Nothing is answered in the first two seconds.' },
  }),
};
