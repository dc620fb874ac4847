package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Rule;
import java.util.List;

/** The registry: every diagnostic there is. The documentation is generated from this list. */
public final class AllRules {

  /** By code. */
  public static final List<Rule> LIST =
      List.of(
          new ClassNotExported(),
          new ClassExportedAsType(),
          new ClassNameNearMiss(),
          new ClassWithoutLifecycle(),
          new ScriptIsItself(),
          new EntryPointMissing(),
          new SyntaxFault(),
          new TwoConfigurations(),
          new UnknownKey(),
          new BindingWithoutName(),
          new BindingWithoutClass(),
          new ScriptNameNotText(),
          new EnvironmentWithoutScript(),
          new BindingNameTwice(),
          new BindingNameNoIdentifier(),
          new WorkerNameUnfit(),
          new CompatibilityDateWrong(),
          new PagesBindingWithoutScript(),
          new EmptySetting(),
          new ObjectsNotInherited(),
          new MigrationsCopied(),
          new ClassNotInEnvironment(),
          new BothLifecycles(),
          new ExportWithoutStorage(),
          new ExportStateUnknown(),
          new ExportFieldForbidden(),
          new RenameToNoName(),
          new RenameToNothing(),
          new DeclaredClassNotExported(),
          new DeletedClassExported(),
          new ExportTypeUnknown(),
          new AlarmWithoutHandler(),
          new AcceptedTwice(),
          new TooManyTags(),
          new PutUndefined(),
          new TooManyKeys(),
          new TransactionInSql(),
          new ReservedTable(),
          new RelativeStubAddress(),
          new MisspeltUniqueId(),
          new NoObjectId(),
          new UnknownJurisdiction(),
          new WorkerType(),
          new UploadSection(),
          new UploadRules(),
          new MiniflarePersistence(),
          new MiniflareMounts(),
          new RemovedSetting(),
          new AlarmsFlag(),
          new MigrationWithoutTag(),
          new TagTwice(),
          new RenameShape(),
          new TransferShape(),
          new KeyValueClass(),
          new ClassCreatedTwice(),
          new DeletedClassUnknown(),
          new RenamedClassUnknown(),
          new DeletedClassBound(),
          new RenameTargetCreated(),
          new TransferTargetCreated(),
          new TransferFromItself(),
          new MigratedClassNotExported(),
          new DeletedAndCreated(),
          new LastStepDeletes());

  private AllRules() {}
}
