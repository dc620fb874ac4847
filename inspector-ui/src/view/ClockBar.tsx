import { timeText } from '../model/texts.ts';
import type { PanelProps } from './App.tsx';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The clock that the project goes by: whether it stands, and what moves it. */
export function ClockBar({ state, panel }: PanelProps) {
  const { clock } = state;
  if (clock === null) {
    return null;
  }
  const step = (label: string, title: string, millis: number) => (
    <button title={title} onClick={() => void panel.moveClock({ move: 'step', millis })}>
      {label}
    </button>
  );
  return (
    <span class="clock" role="group" aria-label="The project's clock">
      <span>
        {clock.frozen ? (
          <>
            Time stands at <time dateTime={new Date(clock.millis).toISOString()}>{timeText(clock.millis)}</time>
          </>
        ) : (
          'Time runs'
        )}
      </span>
      <button
        title={clock.frozen ? 'Let time go on from where it stands' : 'Let time stand still'}
        onClick={() => void panel.moveClock({ move: clock.frozen ? 'resume' : 'freeze' })}
      >
        {clock.frozen ? 'Resume' : 'Freeze'}
      </button>
      {step('+1 min', 'Move time on by a minute', MINUTE)}
      {step('+1 h', 'Move time on by an hour', HOUR)}
      <button
        title="Move time on to the next alarm, which runs then"
        onClick={() => void panel.moveClock({ move: 'jump' })}
      >
        Next alarm
      </button>
    </span>
  );
}
