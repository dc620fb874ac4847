/**
 * The mistakes that are planted, one each into a sound project. `plant(project, random)` changes the
 * project, marks where the mistake stands in the configuration, and answers false where this project
 * offers no place for it. `text` changes the written configuration instead.
 */
import { mark, unmarked } from './config.mjs';
import { CONTAINERS } from './containers.mjs';
import { LIFECYCLE } from './lifecycle.mjs';
import { PREVIEWS } from './previews.mjs';

const own = ({ config }) => config.durable_objects.bindings.filter((binding) => binding.script_name === undefined);
const steps = ({ config }) => config.migrations?.filter((step) => step.new_classes ?? step.new_sqlite_classes);

/** Marks every place that names the class: wrangler says which class, not where. */
function markClass({ config }, name) {
  const bindings = (holder) =>
    holder.durable_objects?.bindings.forEach((binding) => {
      if (binding.class_name === name && binding.script_name === undefined) binding.class_name = mark(name);
    });
  bindings(config);
  if (config.previews && typeof config.previews === 'object') bindings(config.previews);
  Object.values(config.env ?? {}).forEach(bindings);
  for (const step of config.migrations ?? []) {
    for (const key of ['new_classes', 'new_sqlite_classes']) {
      if (step[key]) step[key] = step[key].map((each) => (each === name ? mark(each) : each));
    }
    for (const rename of step.renamed_classes ?? []) if (rename.to === name) rename.to = mark(name);
  }
  if (config.exports?.[name]) config.exports[name] = mark(config.exports[name]);
}

/** The class is in the code in a way that exports no such value. */
const exportedAs = (how, languages = ['ts', 'js']) => (project, random) => {
  if (!languages.includes(project.language)) return false;
  const one = random.pick(project.classes);
  one.how = how;
  markClass(project, one.name);
};

/** The entry point is no module: it cannot have classes, whichever are bound. */
const writtenAs = (form) => (project) => {
  if (project.language !== 'js') return false;
  project.form = form;
  project.code = `src/index.${project.language}`;
  project.config.main = mark(project.config.main);
  project.classes.forEach(({ name }) => markClass(project, name));
};

/** One binding is changed. */
const binding = (change) => (project, random) => {
  const one = random.pick(own(project));
  return change(one, project, random);
};

export const MISTAKES = {
  'a class name misspelt': binding((one) => {
    one.class_name = mark(`${one.class_name}s`);
  }),
  'a class name in the wrong case': binding((one) => {
    one.class_name = mark(one.class_name.toLowerCase());
  }),
  'a class not exported': exportedAs('hidden'),
  'a class not written': exportedAs('absent'),
  'a class that is a type': exportedAs('typed', ['ts']),
  'a class exported as a type': exportedAs('typed from a module', ['ts']),
  'a class in a namespace': exportedAs('namespaced'),
  'an entry point in CommonJS': writtenAs('commonjs'),
  'an entry point that is a script': writtenAs('script'),
  'a binding without a name': binding((one, { config }) => {
    delete one.name;
    replace(config.durable_objects.bindings, one);
  }),
  'a binding without a class': binding((one, { config }) => {
    delete one.class_name;
    replace(config.durable_objects.bindings, one);
  }),
  'a binding name that is a number': binding((one) => {
    one.name = mark(7);
  }),
  'a class name that is a number': binding((one) => {
    one.class_name = mark(7);
  }),
  'a class name that is empty': binding((one) => {
    one.class_name = mark('');
  }),
  'a misspelt field of a binding': binding((one, { config }) => {
    one.class = one.class_name;
    delete one.class_name;
    replace(config.durable_objects.bindings, one);
  }),
  'an unknown field beside the others': binding((one) => {
    one.classname = mark(one.class_name);
  }),
  'a script name that is a number': binding((one) => {
    one.script_name = mark(7);
  }),
  'an environment without a script': binding((one, { config }) => {
    one.environment = 'production';
    replace(config.durable_objects.bindings, one);
  }),
  'two objects of one binding name': (project, random) => {
    const { bindings } = project.config.durable_objects;
    const one = random.pick(own(project));
    const twin = { name: mark(one.name), class_name: one.class_name };
    one.name = mark(one.name);
    bindings.push(twin);
  },
  'an object and a namespace of one name': (project, random) => {
    const one = random.pick(own(project));
    project.config.kv_namespaces = [{ binding: mark(one.name), id: '0123456789abcdef0123456789abcdef' }];
    one.name = mark(one.name);
    if (project.config.env) delete project.config.env;
    project.environment = undefined;
  },
  'an object and a variable of one name': (project, random) => {
    const one = random.pick(own(project));
    project.config.vars = { ...project.config.vars, [one.name]: mark('text') };
    one.name = mark(one.name);
    if (project.config.env) delete project.config.env;
    project.environment = undefined;
  },
  'bindings that are no list': ({ config }) => {
    config.durable_objects = { bindings: mark({ name: 'ROOM', class_name: 'Room' }) };
  },
  'bindings that are a word': ({ config }) => {
    config.durable_objects = { bindings: mark('Room') };
  },
  'objects that are a list': ({ config }) => {
    config.durable_objects = mark(config.durable_objects.bindings);
  },
  'objects without bindings': ({ config }) => {
    config.durable_objects = mark({ binding: config.durable_objects.bindings });
  },
  'migrations that are a word': ({ config }) => {
    if (!config.migrations) return false;
    config.migrations = mark('v1');
  },
  'migrations that are no list': ({ config }) => {
    if (!config.migrations) return false;
    config.migrations = mark({ ...config.migrations[0] });
  },
  'a migration without a tag': (project, random) => {
    if (!project.config.migrations) return false;
    const one = random.pick(steps(project));
    delete one.tag;
    replace(project.config.migrations, one);
  },
  'a tag that is a number': (project, random) => {
    if (!project.config.migrations) return false;
    random.pick(steps(project)).tag = mark(1);
  },
  'new classes that are a word': (project, random) => {
    if (!project.config.migrations) return false;
    const one = random.pick(steps(project));
    const key = one.new_classes ? 'new_classes' : 'new_sqlite_classes';
    one[key] = mark(one[key][0]);
  },
  'new classes that are numbers': (project, random) => {
    if (!project.config.migrations) return false;
    const one = random.pick(steps(project));
    const key = one.new_classes ? 'new_classes' : 'new_sqlite_classes';
    one[key] = mark([1, 2]);
  },
  'deleted classes that are a word': ({ config }) => {
    if (!config.migrations) return false;
    config.migrations.push({ tag: 'last', deleted_classes: mark('Old') });
  },
  'a rename that is a word': ({ config }) => {
    if (!config.migrations) return false;
    config.migrations.push({ tag: 'last', renamed_classes: mark(['Old']) });
  },
  'a rename without a target': ({ config }) => {
    if (!config.migrations) return false;
    config.migrations.push({ tag: 'last', renamed_classes: [mark({ from: 'Old' })] });
  },
  'a transfer without a script': ({ config }) => {
    if (!config.migrations) return false;
    config.migrations.push({ tag: 'last', transferred_classes: [mark({ from: 'Old', to: 'New' })] });
  },
  'a misspelt field of a migration': (project, random) => {
    if (!project.config.migrations) return false;
    const one = random.pick(steps(project));
    const key = one.new_classes ? 'new_classes' : 'new_sqlite_classes';
    one.new_class = mark(one[key]);
    delete one[key];
  },
  'a class of a migration not exported': ({ config }) => {
    if (!config.migrations) return false;
    config.migrations.push({ tag: 'last', new_sqlite_classes: [mark('Nowhere')] });
  },
  'migrations and exports': ({ config }) => {
    if (!config.migrations) return false;
    config.migrations = mark(config.migrations);
    config.exports = mark({ [unmarked(config.durable_objects.bindings[0].class_name)]: { type: 'durable-object', storage: 'sqlite' } });
  },
  ...LIFECYCLE,
  ...CONTAINERS,
  ...PREVIEWS,
  'an export without storage': entry((one) => {
    delete one.storage;
  }),
  'an export with a storage that there is not': entry((one) => {
    one.storage = 'disk';
  }),
  'an export without a type': entry((one) => {
    delete one.type;
  }),
  'an export of a type that there is not': entry((one) => {
    one.type = 'durable_object';
  }),
  'an export with a state that there is not': entry((one) => {
    one.state = 'removed';
  }),
  'an export that is a word': ({ config }) => {
    if (!config.exports) return false;
    config.exports[Object.keys(config.exports)[0]] = mark('sqlite');
  },
  'a deleted export with storage': ({ config }) => {
    if (!config.exports) return false;
    config.exports.Old = mark({ type: 'durable-object', state: 'deleted', storage: 'sqlite' });
  },
  'a renamed export without its target': ({ config }) => {
    if (!config.exports) return false;
    config.exports.Old = mark({ type: 'durable-object', state: 'renamed' });
  },
  'a renamed export whose target is not declared': ({ config }) => {
    if (!config.exports) return false;
    config.exports.Old = mark({ type: 'durable-object', state: 'renamed', renamed_to: 'Nowhere' });
  },
  'exports that are a list': ({ config }) => {
    if (!config.exports) return false;
    config.exports = mark(Object.keys(config.exports));
  },
  'an entry point that is not there': ({ config }) => {
    config.main = mark('src/server.js');
  },
  'no entry point': ({ config }) => {
    delete config.main;
    config.name = mark(config.name);
  },
  'a name with capitals': ({ config }) => {
    config.name = mark('My Worker');
  },
  'a date that is none': ({ config }) => {
    config.compatibility_date = mark('01/04/2026');
  },
  'a date to come': ({ config }) => {
    config.compatibility_date = mark('2099-01-01');
  },
  'an environment without objects': (project) => {
    if (!project.environment) return false;
    const { config } = project;
    delete config.env.staging.durable_objects;
    config.env.staging.vars = { ...config.vars, ONLY: 'here' };
    config.env.staging = mark(config.env.staging);
  },
  'a binding of an environment without a class': (project) => {
    if (!project.environment) return false;
    const { bindings } = project.config.env.staging.durable_objects;
    delete bindings[0].class_name;
    replace(bindings, bindings[0]);
  },
  'a class of an environment misspelt': (project) => {
    if (!project.environment) return false;
    const { bindings } = project.config.env.staging.durable_objects;
    bindings[0].class_name = mark(`${bindings[0].class_name}s`);
  },
  'a misspelt key at the top': ({ config }) => {
    config.durable_object = mark(config.durable_objects);
    delete config.durable_objects;
  },
  'a setting that is gone': ({ config }) => {
    config.node_compat = mark(true);
  },
};

/**
 * Mistakes of the written text, which no value can hold: by the format of the file, what is replaced
 * by what. The mistake stands where that was, or in a line below: a parser trips where it notices.
 */
export const BROKEN = {
  'a string without its end': { toml: [/^(class_name = "[^"\n]*)"$/m, '$1'], json: [/("class_name": "[^"\n]*)"/, '$1'] },
  'a bracket too few': { toml: [/^(\[\[durable_objects\.bindings)\]\]$/m, '$1]'], json: [/("bindings": )\[/, '$1'] },
  'a comma too few': { json: [/("name": "[^"\n]*"),/, '$1'] },
  'an equals sign too few': { toml: [/^(name) =/m, '$1'] },
  'a key twice': { toml: [/^(name = .*)$/m, '$1\n$1'] },
};

function replace(list, one) {
  list[list.indexOf(one)] = mark(one);
}

function entry(change) {
  return ({ config }, random) => {
    if (!config.exports) return false;
    const name = random.pick(Object.keys(config.exports));
    change(config.exports[name]);
    config.exports[name] = mark(config.exports[name]);
  };
}
