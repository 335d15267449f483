using Blacklist.Api.Hosting;

namespace Blacklist.Api.Security.Sessions;

/// <summary>How long people stay signed in, and who needs a second factor; section <c>Authentication:Sessions</c> of the configuration.</summary>
internal sealed record SessionLimits
{
    /// <summary>After how long without a request a session ends.</summary>
    public TimeSpan Idle { get; private init; } = TimeSpan.FromMinutes(30);

    /// <summary>When it ends in any case.</summary>
    public TimeSpan Longest { get; private init; } = TimeSpan.FromHours(10);

    /// <summary>How long a second factor counts as recent, for what demands one.</summary>
    public TimeSpan Recent { get; private init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whoever has one of these may do nothing without a second factor, and is given them by two administrators.</summary>
    public IReadOnlyList<string> SecondFactorRoles { get; private init; } = ["approver", "administrator", "auditor"];

    public static SessionLimits From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Authentication:Sessions");
        var defaults = new SessionLimits();
        var options = new SessionLimits
        {
            Idle = section.GetValue("Idle", defaults.Idle),
            Longest = section.GetValue("Longest", defaults.Longest),
            Recent = section.GetValue("Recent", defaults.Recent),
            SecondFactorRoles = section.GetSection("SecondFactorRoles").Get<string[]>() ?? defaults.SecondFactorRoles,
        };
        if (options.Idle <= TimeSpan.Zero || options.Longest < options.Idle || options.Recent <= TimeSpan.Zero)
            throw new StartProblem("Authentication:Sessions: Idle and Recent must be longer than nothing, and Longest at least as long as Idle.");
        if (options.SecondFactorRoles.Except(RolePermissions.Roles).Any())
            throw new StartProblem($"Authentication:Sessions:SecondFactorRoles may hold {string.Join(", ", RolePermissions.Roles)} only.");
        return options;
    }

    public bool DemandsSecondFactor(IEnumerable<string> roles) => roles.Any(SecondFactorRoles.Contains);
}
