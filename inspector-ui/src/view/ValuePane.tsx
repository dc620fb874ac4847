import { useState } from 'preact/hooks';
import type { Json } from '../control/protocol.ts';
import type { OpenObjectProps } from './ObjectPane.tsx';
import { ValueTree } from './ValueTree.tsx';

/** The value of the chosen key: a tree to unfold, or a text to edit. */
export function ValuePane({ open, panel }: OpenObjectProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const { key, value } = open;
  if (key === null) {
    return null;
  }
  if (draft !== null) {
    const write = (edited: Json) => {
      setDraft(null);
      void panel.writeKey(key, edited);
    };
    return <Editor name={key} draft={draft} onDraft={setDraft} onSave={write} onCancel={() => setDraft(null)} />;
  }
  return (
    <section class="value" aria-label={`Value of ${key}`}>
      <div class="heading">
        <h3>{key}</h3>
        <span class="actions">
          <button disabled={value === null} onClick={() => setDraft(JSON.stringify(value?.value, null, 2))}>
            Edit
          </button>
          <button disabled={value === null} onClick={() => void panel.removeKey(key)}>
            Delete
          </button>
        </span>
      </div>
      {value === null ? <p class="hint">This key is not stored.</p> : <ValueTree label="" value={value.value} open />}
    </section>
  );
}

interface EditorProps {
  readonly name: string;
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
  readonly onSave: (value: Json) => void;
  readonly onCancel: () => void;
}

function Editor({ name, draft, onDraft, onSave, onCancel }: EditorProps) {
  const edited = parsed(draft);
  return (
    <form
      class="value"
      aria-label={`Edit ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if ('value' in edited) {
          onSave(edited.value);
        }
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          onCancel();
        }
      }}
    >
      <div class="heading">
        <h3>{name}</h3>
        <span class="actions">
          <button type="submit" disabled={!('value' in edited)}>
            Save
          </button>
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        </span>
      </div>
      <textarea
        aria-label={`Value of ${name} as JSON`}
        spellcheck={false}
        value={draft}
        onInput={(event) => onDraft(event.currentTarget.value)}
      />
      <p class="hint" role="status">
        {'problem' in edited ? edited.problem : 'What JSON lacks is written with a tag, as {"$date": 0}.'}
      </p>
    </form>
  );
}

function parsed(text: string): { readonly value: Json } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
