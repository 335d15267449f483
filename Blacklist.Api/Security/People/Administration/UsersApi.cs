namespace Blacklist.Api.Security.People.Administration;

/// <summary>用户管理: who may use the console, as what, and for which region.</summary>
internal static class UsersApi
{
    public const string Path = "/api/v1/users";

    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup(Path).WithTags("Users");
        ListUsersEndpoint.Map(users).Requires(Permission.AdministerUsers, Reach.ListOfRegions);
        GetUserEndpoint.Map(users).Requires(Permission.AdministerUsers, Reach.ThingOfRegion);
        AddUserEndpoint.Map(users).Requires(Permission.AdministerUsers, Reach.NamedRegion).RequiresRecentSecondFactor();
        ChangeUserEndpoint.Map(users).Requires(Permission.AdministerUsers, Reach.ThingOfRegion).RequiresRecentSecondFactor();
        ConfirmUserEndpoint.Map(users).Requires(Permission.AdministerUsers, Reach.ThingOfRegion).RequiresRecentSecondFactor();
        SuspendUserEndpoint.Map(users).Requires(Permission.AdministerUsers, Reach.ThingOfRegion);
        ResumeUserEndpoint.Map(users).Requires(Permission.AdministerUsers, Reach.ThingOfRegion).RequiresRecentSecondFactor();
        ResetUserEndpoint.Map(users).Requires(Permission.AdministerUsers, Reach.ThingOfRegion).RequiresRecentSecondFactor();
    }
}
