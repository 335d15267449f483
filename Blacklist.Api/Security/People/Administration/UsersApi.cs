namespace Blacklist.Api.Security.People.Administration;

/// <summary>用户管理: who may use the console, as what, and for which region.</summary>
internal static class UsersApi
{
    public const string Path = "/api/v1/users";

    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup(Path).WithTags("Users").Requires(Permission.AdministerUsers);
        ListUsersEndpoint.Map(users);
        GetUserEndpoint.Map(users);
        AddUserEndpoint.Map(users);
        ChangeUserEndpoint.Map(users);
        ConfirmUserEndpoint.Map(users);
        SuspendUserEndpoint.Map(users);
        ResumeUserEndpoint.Map(users);
        ResetUserEndpoint.Map(users);
    }
}
