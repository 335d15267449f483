using Blacklist.Api;
using Blacklist.Api.Hosting;

return await StartProblems.Tell(() => args switch
{
    _ => RegistryApp.Serve(args),
});
