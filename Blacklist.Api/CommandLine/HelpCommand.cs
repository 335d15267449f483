namespace Blacklist.Api.CommandLine;

internal static class HelpCommand
{
    public const int NotUnderstood = 2;

    public static async Task<int> Run()
    {
        await System.Console.Out.WriteLineAsync(
            """
            Blacklist, the registry of the persons responsible for banned social organizations.

              (nothing)         serve the API, Swagger UI at /swagger
              demo              load the published organizations with invented persons, ask three checks, serve
                --exit          end after the checks
              load              fill a register with invented persons, to try and to measure it at its real size
                --listings      how many listings in force
              rebuild           make every read model anew from the log, beside the live ones, and compare
              audit verify      compute again what the audit signed of who was shown what, and name the first difference
              index verify      what a node started now would hold, in digests, to compare with a running one
              client add        let a machine ask for tokens; its secret is shown once
                --id --name --department
                --roles         registrationClerk, registrationSystem, partner, caseOfficer, approver, appealsAdministrator, administrator, auditor
                --regions       GB/T 2260 codes; 000000 is the whole country
                --purposes      what it may ask checks for: registration, change, periodicReview
              client revoke     no more tokens for it
                --id
              user add          let a person sign in to the console; the password to begin with is shown once
                --user --name --department --roles --regions --purposes
              user suspend      out within a minute, and not in again
                --user
              user reset        a new password to begin with; second factors are to be set up anew
                --user
              user code         what an authenticator with a key shows now, to try the demo
                --key
              keys list         what keys there are, and which are due
              keys rotate       master, digest, token or receipt: the next key, known some minutes before it is used
                --ahead         how long before, such as 00:10:00
                --at-once       for a signing key that others may know
              keys backup       a copy of the key file, sealed under a passphrase, for another place than that of the data
                --to --passphrase-file
              keys restore      puts the key file back
                --from --passphrase-file
              help              this page

            rebuild, audit, index, client, user and keys also work while the service runs on the same data folder. Settings come from the environment:
            Registry__DataFolder, ASPNETCORE_URLS, ConnectionStrings__Registry … (README.md lists them).
            """);
        return 0;
    }

    public static async Task<int> Unknown(string[] words)
    {
        await System.Console.Error.WriteLineAsync($"There is no command '{string.Join(' ', words.Take(2))}': see 'help'.");
        return NotUnderstood;
    }
}
