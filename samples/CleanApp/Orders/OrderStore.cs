using System.Data.Common;

namespace CleanApp.Orders;

internal sealed class OrderStore(IConfiguration configuration)
{
    private readonly string _connectionString = configuration.GetConnectionString("Orders") ?? throw new InvalidOperationException("Configure ConnectionStrings:Orders.");
    private readonly Lazy<DbProviderFactory> _provider = new(() => DbProviderFactories.GetFactory("Microsoft.Data.SqlClient"));

    public async Task<string?> FindAsync(int id, CancellationToken cancellation)
    {
        await using DbDataSource database = _provider.Value.CreateDataSource(_connectionString);
        await using DbCommand command = database.CreateCommand($"SELECT Document FROM Orders WHERE Id = {id}");
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }
}
