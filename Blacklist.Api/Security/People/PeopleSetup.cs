using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.Sessions;
using Blacklist.Api.Vault;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Blacklist.Api.Security.People;

/// <summary>People and their sessions, for <see cref="AccessSetup"/>.</summary>
internal static class PeopleSetup
{
    private const string KeyLog = "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager";

    public static void AddPeople(this IServiceCollection services, SessionLimits limits, NpgsqlDataSource database, IdentityVault vault)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(limits);
        services.AddSingleton(new Users(database, limits));
        services.AddSingleton(new UserStore(database, vault));
        services.AddSingleton(UserStore.Authenticators);
        services.AddSingleton<Session>();
        services.AddSingleton<SealedCookie>();
        services.AddSingleton<PasswordTurns>();
        services.AddSingleton<FailedAttempts>();
        services.AddSingleton<Attempts>();
        services.AddSingleton<AuthenticatorCodes>();
        services.AddSingleton<IAuthorizationHandler, RecentSecondFactorHandler>();
        services.AddScoped<SignIn>();
        services.AddScoped<Credentials>();
        services.AddIdentity();
        services.AddSharedKeys(database, vault);
    }

    private static void AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<User>, Passwords>();
        services.AddSingleton<IPasswordValidator<User>, Passwords>();
        services.AddScoped<IUserStore<User>>(provider => provider.GetRequiredService<UserStore>());
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.AddIdentityCore<User>(identity => identity.Tokens.ProviderMap[AuthenticatorCodes.Name] = new TokenProviderDescriptor(typeof(AuthenticatorCodes)));
        services.RemoveAll<IUserValidator<User>>(); // Users judges names
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.UserVerificationRequirement = "required"; // a passkey stands for both factors
            passkeys.ResidentKeyRequirement = "required";
        });
    }

    /// <summary>Every node reads every node's cookies and forms.</summary>
    private static void AddSharedKeys(this IServiceCollection services, NpgsqlDataSource database, IdentityVault vault)
    {
        services.AddDataProtection().SetApplicationName("blacklist");
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new SealedKeyRepository(database, vault));
        services.AddLogging(log => log.AddFilter(KeyLog, LogLevel.Error)); // it warns that no encryptor is set: the repository seals
    }
}
