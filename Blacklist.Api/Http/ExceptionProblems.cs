using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace Blacklist.Api.Http;

/// <summary>What a thrown exception is to the caller: an outage is 503, a request that could not be read 4xx, anything else our bug.</summary>
internal sealed class ExceptionProblems
{
    /// <summary>SQLSTATE classes in which the server, not the statement, is at fault: connection, login, missing database, rollback, resources, intervention, system.</summary>
    private static readonly string[] OutageClasses = ["08", "28", "3D", "40", "53", "57", "58"];

    private readonly Dictionary<Type, Problem> _more = [];

    /// <summary>Machinery that signals an outcome by an exception of its own says here what the caller learns.</summary>
    public ExceptionProblems Map<TException>(Problem problem)
        where TException : Exception
    {
        _more.Add(typeof(TException), problem);
        return this;
    }

    public Problem Of(Exception exception) => exception switch
    {
        ProblemException refused => refused.Problem,
        BadHttpRequestException bad => new Problem(ProblemKinds.OfStatus(bad.StatusCode)),
        _ when _more.TryGetValue(exception.GetType(), out var problem) => problem,
        PostgresException postgres when !IsOutage(postgres.SqlState) => new Problem(ProblemKinds.InternalError),
        NpgsqlException or TimeoutException or SocketException or OperationCanceledException => Problems.Unavailable(),
        InvalidOperationException or NullReferenceException or IOException when IsOfTheDriver(exception) => Problems.Unavailable(), // the connection was closed between two steps
        _ => new Problem(ProblemKinds.InternalError),
    };

    /// <summary>Thrown by Npgsql, perhaps by a helper of the framework that it called.</summary>
    private static bool IsOfTheDriver(Exception exception) =>
        new StackTrace(exception).GetFrames().Select(frame => frame.GetMethod()?.DeclaringType?.Assembly)
            .FirstOrDefault(assembly => assembly != typeof(object).Assembly) == typeof(NpgsqlConnection).Assembly;

    /// <summary>Also a lock not had in time, a server that has become a read-only replica, and a read model that is dropped until it is rebuilt.</summary>
    private static bool IsOutage(string sqlState) =>
        sqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.UndefinedTable || OutageClasses.Contains(sqlState[..2]);
}
