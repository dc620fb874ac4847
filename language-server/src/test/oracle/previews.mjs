/** Mistakes in what is different where a branch is tried out. */
import { mark } from './config.mjs';

const IMAGE = 'docker.io/library/nginx:1.27';

const previews = (make) => ({ config }, random) => {
  config.previews = { vars: { STAGE: 'preview' } };
  const own = config.durable_objects.bindings.filter((each) => each.script_name === undefined);
  return make(config.previews, structuredClone(random.pick(own)));
};

/** One binding of an object there. */
const binding = (change) =>
  previews((previews, one) => {
    change(one);
    previews.durable_objects = { bindings: [mark(one)] };
  });

export const PREVIEWS = {
  'previews that are a list': ({ config }) => {
    config.previews = mark([{ vars: { STAGE: 'preview' } }]);
  },
  'previews that are a word': ({ config }) => {
    config.previews = mark('preview');
  },
  'an unknown field of previews': previews((previews) => {
    previews.durable_object = mark({ bindings: [] });
  }),
  'migrations of previews': previews((previews) => {
    previews.migrations = mark([{ tag: 'v1', new_sqlite_classes: ['Room'] }]);
  }),
  'objects of previews that are a list': previews((previews, one) => {
    previews.durable_objects = mark([one]);
  }),
  'objects of previews without bindings': previews((previews) => {
    previews.durable_objects = mark({});
  }),
  'bindings of previews that are no list': previews((previews, one) => {
    previews.durable_objects = { bindings: mark(one) };
  }),
  'bindings of previews that are words': previews((previews) => {
    previews.durable_objects = { bindings: mark(['Room']) };
  }),
  'an update strategy of previews': previews((previews, one) => {
    previews.durable_objects = mark({ bindings: [one], code_update_strategy: { mode: 'deferred' } });
  }),
  'a binding of previews without a name': binding((one) => {
    delete one.name;
  }),
  'a binding of previews without a class': binding((one) => {
    delete one.class_name;
  }),
  'a binding of previews with a number for a class': binding((one) => {
    one.class_name = 7;
  }),
  'a binding of previews with a number for a script': binding((one) => {
    one.script_name = 7;
  }),
  'a binding of previews with an environment without a script': binding((one) => {
    one.environment = 'production';
  }),
  'a binding of previews with an environment that is a number': binding((one) => {
    one.script_name = 'rooms';
    one.environment = 7;
  }),
  'an unknown field of a binding of previews': binding((one) => {
    one.classname = one.class_name;
  }),
  'a class of previews misspelt': binding((one) => {
    one.class_name = `${one.class_name}s`;
  }),
  'containers of previews that are no list': previews((previews, one) => {
    previews.containers = mark({ image: IMAGE, class_name: one.class_name });
  }),
  'a container of previews with a name': previews((previews, one) => {
    previews.containers = [mark({ name: 'box', image: IMAGE, class_name: one.class_name })];
  }),
  'a container of previews that is managed': previews((previews, one) => {
    previews.containers = [mark({ class_name: one.class_name, scheduling_policy: 'durable_object' })];
  }),
  'two containers of previews for one class': previews((previews, one) => {
    previews.containers = [mark({ image: IMAGE, class_name: one.class_name }), mark({ image: IMAGE, class_name: one.class_name })];
  }),
  'a container of previews without an image': previews((previews, one) => {
    previews.containers = [mark({ class_name: one.class_name })];
  }),
};
