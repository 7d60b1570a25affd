using System.Data.Common;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>Connects, and looks which columns the query gives.</summary>
internal sealed class SqlCheck(MappingPlan plan, SqlSection section, SqlQuery query, TimeProvider clock) : IConnectionCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public async Task<CheckResult> CheckAsync(CancellationToken token)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        try
        {
            var record = plan.Records.First();
            var columns = await query.ColumnsAsync(either.Token);
            _ = new SqlStatements(query, section, record.Section, record.References, columns);
            return new CheckResult(true, $"The database answers, and the query gives {columns.Count} columns: {string.Join(", ", columns.Select(column => column.Name))}.");
        }
        catch (PermanentFailureException problem)
        {
            return new CheckResult(false, problem.Message);
        }
        catch (DbException problem)
        {
            return new CheckResult(false, $"The database cannot be reached ({problem.GetType().Name}): verify the secret behind connection, and the network.");
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new CheckResult(false, $"The database did not answer within {Limit.TotalSeconds:0} seconds: verify the network, or try the query in the database itself.");
        }
    }
}
