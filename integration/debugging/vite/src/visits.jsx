import { h } from './h.js';

export function Visits({ count }) {
  const times = count === 1 ? 'once' : `${count} times`;
  return (
    <p class="visits">
      seen {times}
    </p>
  );
}
