using Blacklist.Api.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddRegistryHosting();

var app = builder.Build();
app.MapHealth();
return await app.RunRegistry();
