using Blacklist.Api.Security.Issuer;
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

    public static void AddPeople(this IServiceCollection services, SessionLimits options, NpgsqlDataSource database, IdentityVault vault)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(new Users(database, options));
        services.AddSingleton(new UserStore(database, vault));
        services.AddSingleton<Session>();
        services.AddSingleton<SealedCookie>();
        services.AddSingleton<PasswordTurns>();
        services.AddSingleton<FailedAttempts>();
        services.AddSingleton<Attempts>();
        services.AddSingleton<AuthenticatorCodes>();
        services.AddSingleton<IAuthorizationHandler, RecentSecondFactorHandler>();
        services.AddScoped<SignIn>();
        services.AddScoped<Credentials>();
        services.AddSharedKeys(database, vault);
        services.AddIdentityCore<User>(identity =>
            {
                identity.Tokens.ProviderMap[AuthenticatorCodes.Name] = new TokenProviderDescriptor(typeof(AuthenticatorCodes));
                identity.Tokens.AuthenticatorTokenProvider = AuthenticatorCodes.Name;
            })
            .AddPasswordValidator<Passwords>();
        services.AddScoped<IUserStore<User>>(provider => provider.GetRequiredService<UserStore>());
        services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<User>, Passwords>());
        services.RemoveAll<IUserValidator<User>>(); // Users judges names
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
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
