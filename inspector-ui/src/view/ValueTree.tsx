import { useState } from 'preact/hooks';
import type { Json } from '../control/protocol.ts';
import { describe } from '../model/value.ts';

/** Children that one unfolding shows; more come on request. */
const CHILDREN_SHOWN = 200;

interface ValueTreeProps {
  readonly label: string;
  readonly value: Json;
  readonly open?: boolean;
}

/** A value and, unfolded, what it holds. What is folded is not drawn, so large values are cheap. */
export function ValueTree({ label, value, open = false }: ValueTreeProps) {
  const [unfolded, setUnfolded] = useState(open);
  const [shown, setShown] = useState(CHILDREN_SHOWN);
  const node = describe(value);
  const line = (
    <>
      {label !== '' && <span class="label">{label}: </span>}
      <span class={`kind-${node.kind}`}>{node.text}</span>
    </>
  );
  if (node.children.length === 0) {
    return <div class="leaf">{line}</div>;
  }
  return (
    <details class="tree" open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>{line}</summary>
      {unfolded &&
        node.children
          .slice(0, shown)
          .map((child, index) => <ValueTree key={index} label={child.label} value={child.value} />)}
      {unfolded && node.children.length > shown && (
        <button class="more" onClick={() => setShown(shown + CHILDREN_SHOWN)}>
          {node.children.length - shown} more
        </button>
      )}
    </details>
  );
}
