import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { pageFile } from '../../lib/model/page-files.ts';
import { securityPolicy, transportSeconds } from '../../lib/model/security-policy.ts';
import { acknowledge } from '../acknowledge.ts';
import type { OwnDomain } from '../settings.ts';
import { pageAddressCode } from './page-address.ts';

export interface CabinetProps {
  apiHost: string;
  /** Where the browser fetches its tokens. */
  issuerOrigin: string;
  domain: OwnDomain | undefined;
  keepFiles: boolean;
}

/** Says of itself what CDK's own class leaves undefined, which strict optional types refuse as an `IBucket`. */
class FilesBucket extends Bucket {
  override get isWebsite(): boolean {
    return super.isWebsite ?? false;
  }
}

/** The cabinet's files and its API on one origin, so that the browser needs no CORS. */
export class Cabinet extends Construct {
  readonly bucket: FilesBucket;
  readonly distribution: Distribution;
  /** Its name, without a scheme. */
  readonly host: string;
  readonly url: string;

  constructor(scope: Construct, { apiHost, issuerOrigin, domain, keepFiles }: CabinetProps) {
    super(scope, 'Cabinet');
    this.bucket = new FilesBucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: keepFiles ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const headers = this.newHeaders(securityPolicy(issuerOrigin));
    this.distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: pageFile,
      defaultBehavior: this.files(headers),
      additionalBehaviors: { '/api/*': apiBehavior(apiHost, headers) },
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(domain && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
    });
    this.host = domain?.name ?? this.distribution.distributionDomainName;
    this.url = `https://${this.host}`;
    acknowledge(this.bucket, 'files');
    acknowledge(this.distribution, 'distribution');
  }

  private files(responseHeadersPolicy: ResponseHeadersPolicy): BehaviorOptions {
    const address = new EdgeFunction(this, 'PageAddress', {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(pageAddressCode()),
    });
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
      functionAssociations: [{ function: address, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  private newHeaders(contentSecurityPolicy: string): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(transportSeconds),
          includeSubdomains: true,
          override: true,
        },
      },
    });
  }
}

function apiBehavior(host: string, responseHeadersPolicy: ResponseHeadersPolicy): BehaviorOptions {
  return {
    origin: new HttpOrigin(host),
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    // Authorization and X-Account as they came; API Gateway wants a Host of its own.
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicy,
  };
}
