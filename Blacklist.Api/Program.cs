using Blacklist.Api;
using Blacklist.Api.CommandLine;
using Blacklist.Api.Hosting;

return await StartProblems.Tell(() => args switch
{
    ["demo", .. var words] => DemoCommand.Run(words),
    ["load", .. var words] => LoadCommand.Run(words),
    ["rebuild", .. var words] => RebuildCommand.Run(words),
    ["audit", "verify", .. var words] => VerifyAuditCommand.Run(words),
    ["index", "verify", .. var words] => VerifyIndexCommand.Run(words),
    ["client", "add", .. var words] => AddClientCommand.Run(words),
    ["client", "revoke", .. var words] => RevokeClientCommand.Run(words),
    ["user", "add", .. var words] => AddUserCommand.Run(words),
    ["user", "suspend", .. var words] => SuspendUserCommand.Run(words),
    ["user", "reset", .. var words] => ResetUserCommand.Run(words),
    ["user", "code", .. var words] => CodeCommand.Run(words),
    ["keys", "list", .. var words] => ListKeysCommand.Run(words),
    ["keys", "rotate", var purpose, .. var words] => RotateKeyCommand.Run(purpose, words),
    ["keys", "backup", .. var words] => BackUpKeysCommand.Run(words),
    ["keys", "restore", .. var words] => RestoreKeysCommand.Run(words),
    ["help" or "--help" or "-h", ..] => HelpCommand.Run(),
    [] or [['-', ..], ..] => RegistryApp.Serve(args),
    _ => HelpCommand.Unknown(args),
});
