using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Blacklist.Api.Security.People;

/// <summary>How passwords are kept and judged: length over tricks (NIST SP 800-63B), PBKDF2-HMAC-SHA-512 of ASP.NET Core Identity.</summary>
internal sealed class Passwords : IPasswordValidator<User>, IPasswordHasher<User>
{
    public const int Shortest = 12;
    public const int Longest = 128;

    private const int Iterations = 210_000; // OWASP's figure for PBKDF2 with SHA-512
    private const int DifferentCharacters = 6;

    private static readonly PasswordHasher<User> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    /// <summary>Compared with when there is no such user, so that an unknown name costs what a wrong password costs.</summary>
    private static readonly string OfNobody = Hash(RandomNumberGenerator.GetHexString(32));

    public static string Hash(string password) => Hasher.HashPassword(null!, password);

    public static bool Matches(string? hash, string password) =>
        Hasher.VerifyHashedPassword(null!, hash ?? OfNobody, password) != PasswordVerificationResult.Failed && hash is not null;

    public string HashPassword(User user, string password) => Hash(password);

    public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword) =>
        Hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(Problem(user, password) is { } code ? IdentityResult.Failed(new IdentityError { Code = code, Description = code }) : IdentityResult.Success);

    /// <summary>The key of the words that say what is wrong with a new password, or null.</summary>
    private static string? Problem(User user, string? password) =>
        password is null || password.Length < Shortest ? "password.tooShort"
        : password.Length > Longest ? "password.tooLong"
        : password.Contains(user.UserName, StringComparison.OrdinalIgnoreCase) ? "password.containsName"
        : password.Distinct().Count() < DifferentCharacters ? "password.tooPlain"
        : null;
}
