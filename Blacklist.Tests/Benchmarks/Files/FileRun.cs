using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Blacklist.Api.CommandLine;
using Blacklist.Tests.Benchmarks.Registers;

namespace Blacklist.Tests.Benchmarks.Files;

/// <summary>A file of applicants end to end: sent, answered with every answer recorded, and its result read back; rows a minute and memory.</summary>
internal static class FileRun
{
    private const string Address = "/api/v1/eligibility-check-files";

    public static async Task<int> Run(string[] words)
    {
        var options = new Options("files", words, ["--rows", "--listings"], []);
        var (rows, listings) = (Number("--rows", 100_000), Number("--listings", 1_000));
        await using var server = await DurableServer.Start();
        var registers = new KeptRegisters(server);
        await using var register = await registers.Serve(listings, new Dictionary<string, string> { ["Jobs__Poll"] = "00:00:01" });
        Console.WriteLine($"{Machine.Describe()}; {rows:N0} rows, {listings:N0} listings");
        using var memory = new WatchedMemory(register.Id);
        using var client = new HttpClient { BaseAddress = register.Url, Timeout = Timeout.InfiniteTimeSpan };

        var watch = Stopwatch.StartNew();
        var file = await Send(client, register, rows);
        var received = watch.Elapsed;
        var finished = await Finish(client, register, file);
        var answered = watch.Elapsed;
        var lines = await Read(client, register, file);
        Console.WriteLine();
        Console.WriteLine("| received s | answered s | result s | rows a minute, end to end | MB when ready | peak MB |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        Console.WriteLine(
            $"| {received.TotalSeconds:0.0} | {(answered - received).TotalSeconds:0.0} | {(watch.Elapsed - answered).TotalSeconds:0.0} | {rows / watch.Elapsed.TotalMinutes:N0} "
            + $"| {register.MegabytesWhenReady:N0} | {memory.Most:N0} |");
        Console.WriteLine($"{finished["eligible"]} eligible, {finished["review"]} review, {finished["restricted"]} restricted, {finished["unanswered"]} unanswered; {lines:N0} lines read");
        return lines == rows ? 0 : 1;

        int Number(string name, int otherwise) => options.Has(name) ? int.Parse(options[name]) : otherwise;
    }

    private static async Task<string> Send(HttpClient client, ServedRegister register, int rows)
    {
        using var request = await Request(HttpMethod.Post, $"{Address}?purpose=registration", register);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Content = new GeneratedRows(register.Applicants(rows));
        using var answer = await client.SendAsync(request);
        return answer.EnsureSuccessStatusCode().Headers.Location!.ToString();
    }

    private static async Task<JsonNode> Finish(HttpClient client, ServedRegister register, string file)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var seconds = 0; await timer.WaitForNextTickAsync(); seconds++)
        {
            using var request = await Request(HttpMethod.Get, file, register);
            using var answer = await client.SendAsync(request);
            var progress = JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
            if (progress["status"]!.ToString() == "finished")
            {
                return progress;
            }

            if (seconds % 30 == 29)
            {
                await Console.Error.WriteLineAsync($"{progress["rowsDone"]} rows done, {progress["rowsPerSecond"]} a second, {progress["secondsLeft"]} s left");
            }
        }

        throw new InvalidOperationException("The timer has no end.");
    }

    private static async Task<int> Read(HttpClient client, ServedRegister register, string file)
    {
        using var request = await Request(HttpMethod.Get, $"{file}/result", register);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        var lines = 0;
        while (await reader.ReadLineAsync() is not null)
        {
            lines++;
        }

        return lines;
    }

    private static async Task<HttpRequestMessage> Request(HttpMethod method, string path, ServedRegister register) => new(method, path)
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", await register.Token()) },
    };
}
