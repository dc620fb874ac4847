// node:v8: the engine is another one; its statistics are zeros, as they are in production.
(function (host, load) {
  'use strict';
  const { functions, absentClass } = load('node/absent');
  const zeros = (...names) => () => Object.fromEntries(names.map((name) => [name, 0]));

  return {
    ...functions(
      '',
      'deserialize',
      'getHeapSnapshot',
      'isStringOneByteRepresentation',
      'queryObjects',
      'serialize',
      'setFlagsFromString',
      'setHeapSnapshotNearHeapLimit',
      'stopCoverage',
      'takeCoverage',
      'writeHeapSnapshot'
    ),
    Serializer: absentClass('Serializer'),
    Deserializer: absentClass('Deserializer'),
    DefaultSerializer: absentClass('DefaultSerializer'),
    DefaultDeserializer: absentClass('DefaultDeserializer'),
    GCProfiler: class GCProfiler {
      start() {
        load('node/absent').fail('GCProfiler.start');
      }
      stop() {
        load('node/absent').fail('GCProfiler.stop');
      }
    },
    promiseHooks: functions('promiseHooks.', 'createHook', 'onInit', 'onBefore', 'onAfter', 'onSettled'),
    startupSnapshot: {
      addSerializeCallback() {},
      addDeserializeCallback() {},
      setDeserializeMainFunction() {},
      isBuildingSnapshot: () => false,
    },
    cachedDataVersionTag: () => 0,
    getHeapSpaceStatistics: () => [],
    getHeapStatistics: zeros(
      'total_heap_size',
      'total_heap_size_executable',
      'total_physical_size',
      'total_available_size',
      'used_heap_size',
      'heap_size_limit',
      'malloced_memory',
      'peak_malloced_memory',
      'does_zap_garbage',
      'number_of_native_contexts',
      'number_of_detached_contexts',
      'total_global_handles_size',
      'used_global_handles_size',
      'external_memory',
      'total_allocated_bytes'
    ),
    getHeapCodeStatistics: zeros(
      'code_and_metadata_size',
      'bytecode_and_metadata_size',
      'external_script_source_size',
      'cpu_profiler_metadata_size'
    ),
  };
})
