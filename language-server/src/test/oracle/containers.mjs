/** Mistakes between containers and classes. */
import { mark } from './config.mjs';

const IMAGE = 'docker.io/library/nginx:1.27';

/** The project's containers are replaced by ones with a mistake; the class is one that could have one. */
const containers = (make) => (project, random) => {
  const { config } = project;
  const classes = project.classes.map(({ name }) => name).filter((name) => !config.exports || config.exports[name].storage === 'sqlite');
  if (classes.length === 0) return false;
  for (const entry of Object.values(config.exports ?? {})) delete entry.container;
  delete config.containers;
  delete config.previews?.containers;
  return make(config, random.pick(classes), classes);
};

/** Those of `exports` can be linked from there, too. */
const linked = (make) =>
  containers((config, name, classes) => (config.exports ? make(config, name, classes) : false));

const one = (members) => containers((config, name) => {
  config.containers = [mark({ name: 'box', image: IMAGE, class_name: name, ...members })];
});

export const CONTAINERS = {
  'containers that are no list': containers((config, name) => {
    config.containers = mark({ name: 'box', image: IMAGE, class_name: name });
  }),
  'containers that are a word': containers((config) => {
    config.containers = mark('box');
  }),
  'a container without an image': containers((config, name) => {
    config.containers = [mark({ name: 'box', class_name: name })];
  }),
  'a container without a name and a class': containers((config) => {
    config.containers = [mark({ image: IMAGE })];
  }),
  'a container whose class is a number': one({ class_name: 7 }),
  'a container whose name is a number': one({ name: 7 }),
  'a container of a class that there is not': one({ class_name: 'Nowhere' }),
  'a container of a class misspelt': containers((config, name) => {
    config.containers = [mark({ name: 'box', image: IMAGE, class_name: `${name}s` })];
  }),
  'a container that no class has': containers((config) => {
    config.containers = [mark({ name: 'box', image: IMAGE })];
  }),
  'an unknown field of a container': one({ klass: 'Room' }),
  'two containers of one class': containers((config, name) => {
    config.containers = ['one', 'two'].map((box) => mark({ name: box, image: IMAGE, class_name: name }));
  }),
  'two containers of one name': containers((config, name, classes) => {
    if (classes.length < 2) return false;
    config.containers = classes.slice(0, 2).map((each) => mark({ name: 'box', image: IMAGE, class_name: each }));
  }),
  'a container of another Worker\'s class': containers((config) => {
    if (!config.durable_objects.bindings.some((each) => each.class_name === 'Archive')) {
      config.durable_objects.bindings.push({ name: 'ELSEWHERE', class_name: 'Archive', script_name: 'archive-worker' });
    }
    delete config.exports;
    delete config.env;
    config.containers = [mark({ name: 'box', image: IMAGE, class_name: 'Archive' })];
  }),
  'a container that is managed, of a class with keys and values': containers((config, name) => {
    if (config.exports) return false;
    delete config.env;
    config.migrations = [mark({ tag: 'v1', new_classes: [name] })];
    config.durable_objects.bindings = config.durable_objects.bindings.filter((each) => each.class_name === name);
    config.containers = [mark({ name: 'box', class_name: name, scheduling_policy: 'durable_object' })];
  }),
  'a container that is managed, with what is not for it': one({ scheduling_policy: 'durable_object' }),
  'an export with a container that there is not': linked((config, name) => {
    config.exports[name].container = 'nowhere';
    config.exports[name] = mark(config.exports[name]);
  }),
  'an export with a container that is a number': linked((config, name) => {
    config.exports[name].container = 7;
    config.exports[name] = mark(config.exports[name]);
  }),
  'two exports with one container': linked((config, _, classes) => {
    if (classes.length < 2) return false;
    config.containers = [mark({ name: 'box', image: IMAGE })];
    for (const name of classes.slice(0, 2)) {
      config.exports[name].container = 'box';
      config.exports[name] = mark(config.exports[name]);
    }
  }),
  'a container and an export that disagree': linked((config, name, classes) => {
    if (classes.length < 2) return false;
    const other = classes.find((each) => each !== name);
    config.containers = [mark({ name: 'box', image: IMAGE, class_name: other })];
    config.exports[name].container = 'box';
    config.exports[name] = mark(config.exports[name]);
  }),
  'a container and its class that name different ones': linked((config, name, classes) => {
    if (classes.length < 2) return false;
    const other = classes.find((each) => each !== name);
    config.containers = [mark({ name: 'one', image: IMAGE, class_name: name }), { name: 'two', image: IMAGE, class_name: other }];
    config.exports[name].container = 'two';
    config.exports[name] = mark(config.exports[name]);
    config.containers[1] = mark(config.containers[1]);
  }),
  'a container of a class that is deleted': linked((config) => {
    config.exports.Past = mark({ type: 'durable-object', state: 'deleted' });
    config.containers = [mark({ name: 'box', image: IMAGE, class_name: 'Past' })];
  }),
  'a container of an export with keys and values': linked((config, name) => {
    config.exports[name].storage = 'legacy-kv';
    config.exports[name] = mark(config.exports[name]);
    config.containers = [mark({ name: 'box', image: IMAGE, class_name: name })];
  }),
  'an export with keys and values and a container': linked((config, name) => {
    config.exports[name].storage = 'legacy-kv';
    config.exports[name].container = 'box';
    config.exports[name] = mark(config.exports[name]);
    config.containers = [{ name: 'box', image: IMAGE }];
  }),
  'a deleted export with a container': linked((config) => {
    config.exports.Past = mark({ type: 'durable-object', state: 'deleted', container: 'box' });
  }),
};
