using Blacklist.Api;
using Blacklist.Api.Demo;
using Blacklist.Api.Hosting;

return await StartProblems.Tell(() => args switch
{
    ["load", .. var rest] => LoadListings.Run(rest),
    _ => RegistryApp.Serve(args),
});
