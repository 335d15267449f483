using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("Blacklist.Tests.TestRun", "Blacklist.Tests")]

namespace Blacklist.Tests;

/// <summary>xunit's own framework, with an end: what the whole run shared is stopped before the runner may end the process.</summary>
public sealed class TestRun(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName name, ISourceInformationProvider source, IMessageSink messages)
        : XunitTestFrameworkExecutor(name, source, messages)
    {
        // xunit calls it so: returning before the run's end is its contract.
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly, IEnumerable<IXunitTestCase> cases, IMessageSink diagnostics, IMessageSink messages, ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, cases, diagnostics, messages, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await Chromium.Stop();
            await PrivateCluster.Stop();
            await base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
