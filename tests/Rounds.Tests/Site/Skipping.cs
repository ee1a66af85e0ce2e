using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Rounds.Tests;

/// <summary>
/// Says that a test cannot run here, such as without PostgreSQL. In CI such a test fails: "not run" is not "passed".
/// </summary>
public sealed class NotRunException(string reason) : Exception(reason)
{
    public static readonly bool IsFailure = Environment.GetEnvironmentVariable("CI") == "true";
}

/// <summary>xunit 2 cannot skip a running test; this reports one that ended with <see cref="NotRunException"/> as skipped.</summary>
public sealed class SkippingFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName name, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(name, sources, diagnostics)
    {
        protected override void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions) =>
            base.RunTestCases(testCases, NotRunException.IsFailure ? executionMessageSink : new Sink(executionMessageSink), executionOptions);
    }

    private sealed class Sink(IMessageSink inner) : LongLivedMarshalByRefObject, IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestFailed failed)
            {
                var at = Array.IndexOf(failed.ExceptionTypes, typeof(NotRunException).FullName);
                return inner.OnMessage(at < 0 ? message : new TestSkipped(failed.Test, failed.Messages[at]));
            }

            return inner.OnMessage(message);
        }
    }
}
