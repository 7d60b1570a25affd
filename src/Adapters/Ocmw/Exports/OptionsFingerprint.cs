using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Adapters.Ocmw.Exports;

/// <summary>A short hash of the options that change what a row means.</summary>
internal static class OptionsFingerprint
{
    public static string Of(OcmwOptions options)
    {
        var text = string.Join('\n', [
            options.Exports, options.Encoding, options.Separator, options.Partner,
            .. options.Columns.OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key}={column.Value}"),
        ]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
    }
}
